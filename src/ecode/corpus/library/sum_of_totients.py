"""Sum of Euler's totients over a range of numbers."""

from ecode.corpus.kernel import Int, Kernel

KERNEL = Kernel(
    title="Sum of totients",
    statement="For a number $x$ let $f(x)$ be how many of $1, 2, \\ldots, x$ have no common divisor with $x$ except 1. Add up $f(x)$ for all $x$ from $l$ to $r$, where $l \\le r$.",
    inputs=(Int("l", 1, 3000), Int("r", 1, 3000)),
    output=Int("total", 1),
    output_text="the sum $f(l) + f(l+1) + \\ldots + f(r)$",
    tags=("number theory", "sieve"),
    difficulty=1400,
    sizes=(12, 60, 500),
)


def generate(rng, size):
    r = min(3000, max(1, size - rng.randint(0, size // 6)))
    l = rng.choice([1, rng.randint(1, max(1, r // 3))])
    return l, r


def test_every_smaller(l, r):
    import math
    total = 0
    for x in range(l, r + 1):
        for y in range(1, x + 1):
            if math.gcd(x, y) == 1:
                total += 1
    return total


def product_over_primes(first, last):
    def phi(n):
        result = n
        p = 2
        while p * p <= n:
            if n % p == 0:
                while n % p == 0:
                    n //= p
                result -= result // p
            p += 1
        if n > 1:
            result -= result // n
        return result

    s = 0
    for k in range(first, last + 1):
        s += phi(k)
    return s


def sieve_of_totients(lo, hi):
    phi = list(range(hi + 1))
    for p in range(2, hi + 1):
        if phi[p] == p:
            for m in range(p, hi + 1, p):
                phi[m] -= phi[m] // p
    return sum(phi[lo:hi + 1])


WAYS = (test_every_smaller, product_over_primes, sieve_of_totients)
