"""Power of a square matrix modulo m."""

from ecode.corpus.kernel import Int, Kernel, Matrix

KERNEL = Kernel(
    title="Power of a matrix",
    statement="The square matrix $t$ is multiplied with itself so that the product has $e$ factors ($e = 1$ gives $t$ itself). Each entry of the result is to be taken modulo $m$.",
    inputs=(Matrix("t", 0, 1000), Int("e", 1, 2000), Int("m", 1, 10**9)),
    output=Matrix("power"),
    output_text="the resulting matrix, each entry modulo $m$",
    tags=("matrices", "binary exponentiation"),
    difficulty=1500,
    sizes=(3, 20, 420),
)


def generate(rng, size):
    n = 2 if size < 10 else rng.randint(3, 5)
    if size > 100:
        n = rng.randint(5, 6)
    top = rng.choice([1, 9, 1000])
    t = [[rng.randint(0, top) for _ in range(n)] for _ in range(n)]
    e = min(2000, 1 if rng.random() < 0.05 and size < 100 else rng.randint(max(1, size * 3 // 4), size))
    return t, e, rng.choice([1, 2, 10, 1000, 10**9, 998244353, rng.randint(1, 10**6)])


def multiply_again_and_again(t, e, m):
    n = len(t)
    result = [[x % m for x in row] for row in t]
    for _ in range(e - 1):
        product = []
        for i in range(n):
            row = []
            for j in range(n):
                s = 0
                for k in range(n):
                    s += result[i][k] * t[k][j]
                row.append(s % m)
            product.append(row)
        result = product
    return result


def huge_numbers_first(matrix, times, mod):
    def mul(a, b):
        cols = list(zip(*b))
        return [[sum(x * y for x, y in zip(r, c)) for c in cols] for r in a]

    cur = matrix
    for step in range(1, times):
        cur = mul(cur, matrix)
    return [[v % mod for v in r] for r in cur]


def repeated_squaring(t, e, m):
    def mul(a, b):
        cols = list(zip(*b))
        return [[sum(x * y for x, y in zip(r, c)) % m for c in cols] for r in a]

    n = len(t)
    out = [[int(i == j) % m for j in range(n)] for i in range(n)]
    sq = t
    while e > 0:
        if e & 1:
            out = mul(out, sq)
        e >>= 1
        if e:
            sq = mul(sq, sq)
    return out


WAYS = ((multiply_again_and_again, huge_numbers_first), repeated_squaring)
