"""Count the ways to pay an amount with given coins."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Ways to pay",
    statement="The list $c$ holds different coin values; there are as many coins of each value as wanted. Count the ways to pay exactly $n$, where only the number of coins of each value matters, modulo 1000000007.",
    inputs=(Ints("c", 1, 1000, 1, "distinct"), Int("n", 1, 2000)),
    output=Int("ways"),
    output_text="the number of ways modulo 1000000007",
    tags=("dynamic programming",),
    difficulty=1200,
    sizes=(10, 80, 480),
)


def generate(rng, size):
    n = min(2000, rng.randint(max(1, size * 3 // 4), size))
    k = rng.randint(1, 4) if size < 50 else rng.randint(5, 10)
    top = max(k + 2, min(1000, rng.choice([12, 12, size // 10])))
    return rng.sample(range(1, top + 1), k), n


def how_often_each_coin(c, n):
    ways = [0] * (n + 1)
    ways[0] = 1
    for coin in c:
        fresh = [0] * (n + 1)
        for paid in range(n + 1):
            if ways[paid] == 0:
                continue
            total = paid
            while total <= n:
                fresh[total] += ways[paid]
                total += coin
        ways = fresh
    return ways[n] % 1000000007


def table_coin_by_amount(coins, amount):
    MOD = 10 ** 9 + 7
    table = [[1] + [0] * amount]
    for i in range(len(coins)):
        row = []
        for s in range(amount + 1):
            v = table[i][s]
            if s >= coins[i]:
                v = (v + row[s - coins[i]]) % MOD
            row.append(v)
        table.append(row)
    return table[-1][amount]


def single_row(c, n):
    w = [1] + [0] * n
    for x in c:
        for i in range(x, n + 1):
            w[i] += w[i - x]
    return w[n] % (10 ** 9 + 7)


def accumulate_each_residue(c, n):
    from itertools import accumulate
    row = [1] + [0] * n
    for x in c:
        if x <= n:
            for r in range(x):
                row[r::x] = accumulate(row[r::x])
    return row[n] % 1000000007


WAYS = (how_often_each_coin, table_coin_by_amount, (single_row, accumulate_each_residue))
