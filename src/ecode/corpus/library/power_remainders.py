"""Remainders of large powers, for many queries."""

from ecode.corpus.kernel import Int, Ints, Kernel, Rows

KERNEL = Kernel(
    title="Remainders of powers",
    statement="Each row of $q$ holds a base $b$ and an exponent $e$. For each row find the remainder of $b^e$ when divided by $m$.",
    inputs=(Rows("q", ("b", "e"), 1, 5000, 1), Int("m", 2, 10**9)),
    output=Ints("remainders"),
    output_text="the remainder for each row, in order",
    tags=("number theory", "binary exponentiation"),
    difficulty=1100,
    sizes=(3, 15, 85),
)


def generate(rng, size):
    top = min(5000, rng.choice([25, 50, 70]) * size)
    q = [(rng.randint(1, 5000), rng.randint(max(1, top // 4), top)) for _ in range(size)]
    m = rng.choice([10, 1000, 998244353, 10**9, rng.randint(2, 10**6)])
    return q, m


def multiply_step_by_step(q, m):
    ans = []
    for b, e in q:
        p = 1
        for _ in range(e):
            p = p * b % m
        ans.append(p % m)
    return ans


def one_huge_power(queries, modulus):
    return [base ** exponent % modulus for base, exponent in queries]


def square_and_multiply(rows, mod):
    def fast(b, e):
        acc = 1
        b %= mod
        while e > 0:
            if e & 1:
                acc = acc * b % mod
            b = b * b % mod
            e >>= 1
        return acc

    out = []
    for r in rows:
        out.append(fast(r[0], r[1]))
    return out


def pow_with_modulus(q, m):
    return [pow(b, e, m) for b, e in q]


WAYS = ((multiply_step_by_step, one_huge_power), square_and_multiply, pow_with_modulus)
