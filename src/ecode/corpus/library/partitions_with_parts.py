"""Count the partitions of a number into parts of limited size."""

from ecode.corpus.kernel import Int, Kernel

KERNEL = Kernel(
    title="Ways to split a number",
    statement="Count the ways to write $n$ as a sum of positive numbers, each at most $k$; the order of the numbers does not matter. The answer is to be taken modulo 1000000007.",
    inputs=(Int("n", 1, 1000), Int("k", 1, 1000)),
    output=Int("ways"),
    output_text="the number of ways modulo 1000000007",
    tags=("dynamic programming", "combinatorics"),
    difficulty=1400,
    sizes=(7, 30, 170),
)


def generate(rng, size):
    n = min(1000, rng.randint(max(1, size * 4 // 5), size))
    k = rng.choice([n, rng.randint(max(1, n // 2), n), rng.randint(max(1, n // 2), n), min(1000, n + 3), 1 if size < 100 else n])
    return n, k


def sum_over_copies(n, k):
    MOD = 1000000007
    prev = [1] + [0] * n
    for part in range(1, k + 1):
        cur = []
        for total in range(n + 1):
            ways = 0
            for used in range(0, total + 1, part):
                ways += prev[total - used]
            cur.append(ways % MOD)
        prev = cur
    return prev[n]


def biggest_part_table(n, k):
    M = 10 ** 9 + 7
    k = min(n, k)
    # p[m][j]: sums to m with parts up to j
    p = [[0] * (k + 1) for _ in range(n + 1)]
    for j in range(k + 1):
        p[0][j] = 1
    for m in range(1, n + 1):
        for j in range(1, k + 1):
            p[m][j] = p[m][j - 1]
            if m >= j:
                p[m][j] = (p[m][j] + p[m - j][j]) % M
    return p[n][k]


def one_row(n, k):
    ways = [0] * (n + 1)
    ways[0] = 1
    for part in range(1, min(n, k) + 1):
        for s in range(part, n + 1):
            ways[s] += ways[s - part]
    return ways[n] % 1000000007


WAYS = (sum_over_copies, biggest_part_table, one_row)
