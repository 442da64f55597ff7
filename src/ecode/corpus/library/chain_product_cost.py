"""Cheapest order of multiplying a chain of matrices."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Chain of products",
    statement="The numbers $p_0, p_1, \\ldots, p_k$ of the list $p$ describe a chain of $k \\ge 1$ matrices, where matrix $i$ has $p_{i-1}$ rows and $p_i$ columns. Multiplying an $x \\times y$ matrix by a $y \\times z$ matrix costs $xyz$. Find the smallest total cost of multiplying the whole chain, over all placements of parentheses; for one matrix it is 0.",
    inputs=(Ints("p", 1, 100, 2),),
    output=Int("cost"),
    output_text="the smallest total cost",
    tags=("dynamic programming",),
    difficulty=1500,
    sizes=(4, 7, 13),
)


def generate(rng, size):
    high = rng.choice([3, 20, 100])
    return ([rng.randint(1, high) for _ in range(max(2, size + rng.choice([0, 0, -1])))],)


def split_everywhere(p):
    def cost(i, j):
        if j - i == 1:
            return 0
        best = None
        for k in range(i + 1, j):
            c = cost(i, k) + cost(k, j) + p[i] * p[k] * p[j]
            if best is None or c < best:
                best = c
        return best

    return cost(0, len(p) - 1)


def slices_as_chains(dims):
    def solve(chain):
        n = len(chain)
        if n <= 2:
            return 0
        return min(solve(chain[:m + 1]) + solve(chain[m:]) + chain[0] * chain[m] * chain[-1] for m in range(1, n - 1))

    return solve(dims)


def remembered_parts(p):
    from functools import lru_cache

    @lru_cache(maxsize=None)
    def best(lo, hi):
        if hi == lo + 1:
            return 0
        return min([best(lo, mid) + best(mid, hi) + p[lo] * p[mid] * p[hi] for mid in range(lo + 1, hi)])

    return best(0, len(p) - 1)


def by_growing_length(p):
    n = len(p)
    m = [[0] * n for _ in range(n)]
    for span in range(2, n):
        for i in range(n - span):
            j = i + span
            outer = p[i] * p[j]
            row = m[i]
            low = 10 ** 15
            for k in range(i + 1, j):
                c = row[k] + m[k][j] + outer * p[k]
                if c < low:
                    low = c
            row[j] = low
    return m[0][n - 1]


WAYS = ((split_everywhere, slices_as_chains), (remembered_parts, by_growing_length))
