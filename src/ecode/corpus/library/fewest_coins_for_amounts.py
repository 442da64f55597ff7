"""Fewest coins for each of several amounts."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Fewest coins",
    statement="The list $c$ holds coin values, each available as often as wanted. For each amount in $q$ find the smallest number of coins that pay it exactly, or $-1$ if that is impossible. The amount 0 needs 0 coins.",
    inputs=(Ints("c", 1, 500), Ints("q", 0, 1000)),
    output=Ints("coins", -1),
    output_text="one number for each amount, in order",
    tags=("dynamic programming", "breadth-first search"),
    difficulty=1300,
    sizes=(3, 8, 38),
)


def generate(rng, size):
    k = rng.randint(1, 3) if size < 5 else rng.randint(3, 7)
    step = rng.choice([1, 1, 1, 3])
    c = [step * rng.randint(2, 9 * size // step + 3) for _ in range(k)]
    if rng.random() < 0.4:
        c[0] = 1
    top = min(1000, 15 * size)
    return c, [rng.randint(0, top) for _ in range(size)]


def table_for_each_amount(c, q):
    answers = []
    for amount in q:
        best = [float("inf")] * (amount + 1)
        best[0] = 0
        for s in range(1, amount + 1):
            for coin in c:
                if coin <= s:
                    best[s] = min(best[s], best[s - coin] + 1)
        answers.append(best[amount] if best[amount] < float("inf") else -1)
    return answers


def spread_from_zero(coins, amounts):
    out = []
    for target in amounts:
        seen = {0}
        layer = [0]
        steps = 0
        while layer and target not in seen:
            steps += 1
            following = []
            for s in layer:
                for x in coins:
                    t = s + x
                    if t <= target and t not in seen:
                        seen.add(t)
                        following.append(t)
            layer = following
        out.append(steps if target in seen else -1)
    return out


def one_shared_table(c, q):
    BIG = 10 ** 9
    n = max(q)
    need = [0] + [BIG] * n
    for coin in set(c):
        for s in range(coin, n + 1):
            if need[s - coin] + 1 < need[s]:
                need[s] = need[s - coin] + 1
    return [need[s] if need[s] < BIG else -1 for s in q]


def layers_as_bits(c, q):
    top = max(q)
    mask = (1 << (top + 1)) - 1
    kinds = set(c)
    seen = layer = 1
    depth = 0
    result = [-1] * len(q)
    while layer:
        for i, s in enumerate(q):
            if layer >> s & 1:
                result[i] = depth
        wider = 0
        for coin in kinds:
            wider |= layer << coin
        layer = wider & mask & ~seen
        seen |= layer
        depth += 1
    return result


WAYS = (table_for_each_amount, spread_from_zero, (one_shared_table, layers_as_bits))
