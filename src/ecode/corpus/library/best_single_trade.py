"""Find the best profit of one purchase and one later sale."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="One purchase, one sale",
    statement="$p$ lists prices in the order of days, and $f$ is a fee. Buying on some day and selling on a later day brings the difference of the two prices minus $f$. Find the best profit; doing nothing brings 0.",
    inputs=(Ints("p", 0, 10**6), Int("f", 0, 10**6)),
    output=Int("profit"),
    output_text="the best profit",
    tags=("greedy", "prefix minima"),
    difficulty=900,
    sizes=(6, 50, 520),
)


def generate(rng, size):
    high = rng.choice([9, 1000, 10**6])
    p = [rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.4:
        p.sort(reverse=True)
        for _ in range(max(1, size // 10)):
            i, j = rng.randrange(size), rng.randrange(size)
            p[i], p[j] = p[j], p[i]
    return p, rng.choice([0, 1, high // 10, high // 2])


def all_trades(p, f):
    profits = [0]
    for buy in range(len(p)):
        for sell in range(buy + 1, len(p)):
            profits.append(p[sell] - p[buy] - f)
    return max(profits)


def keep_best_of_pairs(prices, fee):
    best = 0
    for i, x in enumerate(prices):
        for y in prices[i + 1:]:
            if y - x - fee > best:
                best = y - x - fee
    return best


def max_of_the_future(prices, fee):
    gain = 0
    while len(prices) > 1:
        today = prices.pop(0)
        gain = max(gain, max(prices) - today - fee)
    return gain


def cheapest_so_far(p, f):
    low = p[0]
    best = 0
    for x in p:
        if x < low:
            low = x
        elif x - low - f > best:
            best = x - low - f
    return best


def dearest_from_behind(p, f):
    from itertools import accumulate

    later = list(accumulate(reversed(p), max))[::-1]
    return max(0, max(b - a for a, b in zip(p, later)) - f)


WAYS = (all_trades, keep_best_of_pairs, max_of_the_future, (dearest_from_behind, cheapest_so_far))
