"""Fewest tests that surely find a breaking height."""

from ecode.corpus.kernel import Int, Kernel

KERNEL = Kernel(
    title="Breaking height",
    statement="A test drops one of $k$ equal things from one of the floors $1, 2, \\ldots, n$. There is an unknown floor $f$ with $0 \\le f \\le n$: a drop from a floor above $f$ breaks the thing, a drop from $f$ or lower does no harm, and things that are whole can be dropped again. Find the smallest number of tests with which $f$ can surely be found.",
    inputs=(Int("k", 1, 20), Int("n", 0, 5000)),
    output=Int("tests"),
    output_text="the smallest number of tests that always suffices",
    tags=("dynamic programming", "combinatorics"),
    difficulty=1700,
    sizes=(6, 30, 130),
)


def generate(rng, size):
    k = rng.choice([1, 2, 3]) if size < 100 else rng.randint(2, 6)
    return k, min(5000, rng.randint(0 if size < 50 else size * 3 // 4, size))


def try_each_first_floor(k, n):
    need = [[0] * (n + 1) for _ in range(k + 1)]
    for floors in range(n + 1):
        need[1][floors] = floors
    for things in range(2, k + 1):
        for floors in range(1, n + 1):
            best = floors
            for x in range(1, floors + 1):
                worst = 1 + max(need[things - 1][x - 1], need[things][floors - x])
                best = min(best, worst)
            need[things][floors] = best
    return need[k][n]


def halving_inside_table(eggs, height):
    prev = list(range(height + 1))
    for _ in range(eggs - 1):
        cur = [0]
        for f in range(1, height + 1):
            lo, hi = 1, f
            while lo < hi:
                mid = (lo + hi) // 2
                if prev[mid - 1] < cur[f - mid]:
                    lo = mid + 1
                else:
                    hi = mid
            best = 1 + max(prev[lo - 1], cur[f - lo])
            if lo > 1:
                best = min(best, 1 + max(prev[lo - 2], cur[f - lo + 1]))
            cur.append(best)
        prev = cur
    return prev[height]


def floors_covered(k, n):
    # covered[j]: how many floors t tests can tell apart with j things
    covered = [0] * (k + 1)
    t = 0
    while covered[k] < n:
        t += 1
        for j in range(k, 0, -1):
            covered[j] += covered[j - 1] + 1
    return t


WAYS = (try_each_first_floor, halving_inside_table, floors_covered)
