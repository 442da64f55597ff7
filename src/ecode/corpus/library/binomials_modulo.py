"""Binomial coefficients modulo a prime, for many queries."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Choose, again and again",
    statement="Each row of $q$ holds $n$ and $k$. For each row find the number of ways to choose $k$ of $n$ different things, modulo 1000000007. It is 0 when $k > n$.",
    inputs=(Rows("q", ("n", "k"), 0, 400, 1),),
    output=Ints("ways"),
    output_text="the answer for each row, in order",
    tags=("combinatorics", "dynamic programming"),
    difficulty=1300,
    sizes=(3, 12, 40),
)


def generate(rng, size):
    top = min(400, rng.choice([3, 4]) * size + 3)
    rows = []
    for _ in range(size):
        n = rng.randint(0, top)
        rows.append((n, rng.choice([0, n, n // 2, rng.randint(0, n), rng.randint(0, n), rng.randint(0, top)])))
    return (rows,)


def pascal_rows_each_time(q):
    MOD = 1000000007
    res = []
    for n, k in q:
        row = [1]
        for _ in range(n):
            new_row = [1]
            for j in range(len(row) - 1):
                new_row.append((row[j] + row[j + 1]) % MOD)
            new_row.append(1)
            row = new_row
        res.append(row[k] if k <= n else 0)
    return res


def one_triangle(queries):
    M = 10 ** 9 + 7
    size = max(n for n, _ in queries)
    C = [[0] * (size + 1) for _ in range(size + 1)]
    for i in range(size + 1):
        C[i][0] = 1
        for j in range(1, i + 1):
            C[i][j] = (C[i - 1][j - 1] + C[i - 1][j]) % M
    answers = []
    for a, b in queries:
        if b > a:
            answers.append(0)
        else:
            answers.append(C[a][b])
    return answers


def product_of_fractions(q):
    p = 1000000007
    out = []
    for n, k in q:
        if k > n:
            out.append(0)
            continue
        k = min(k, n - k)
        top = bottom = 1
        for i in range(k):
            top = top * (n - i) % p
            bottom = bottom * (i + 1) % p
        out.append(top * pow(bottom, p - 2, p) % p)
    return out


def factorial_tables(rows):
    mod = 1000000007
    biggest = max(r[0] for r in rows)
    fact = [1]
    for i in range(1, biggest + 1):
        fact.append(fact[-1] * i % mod)
    inv = [1] * (biggest + 1)
    inv[biggest] = pow(fact[biggest], mod - 2, mod)
    for i in range(biggest, 0, -1):
        inv[i - 1] = inv[i] * i % mod
    return [fact[n] * inv[k] % mod * inv[n - k] % mod if k <= n else 0 for n, k in rows]


def library_comb(q):
    from math import comb
    return [comb(n, k) % 1000000007 for n, k in q]


WAYS = (pascal_rows_each_time, one_triangle, product_of_fractions, (factorial_tables, library_comb))
