"""Sum of the whole quotients n // i."""

from ecode.corpus.kernel import Int, Kernel

KERNEL = Kernel(
    title="Sum of quotients",
    statement="Add up $\\lfloor n / i \\rfloor$ for all $i$ from 1 to $k$.",
    inputs=(Int("n", 1, 10**6), Int("k", 1, 10**6)),
    output=Int("total"),
    output_text="the sum",
    tags=("number theory",),
    difficulty=1300,
    sizes=(12, 2000, 120000),
)


def generate(rng, size):
    n = min(10**6, rng.randint(max(1, size * 3 // 4), size))
    k = rng.choice([n, rng.randint(max(1, n // 2), n), min(10**6, n + n // 4)])
    return n, k


def list_of_quotients(n, k):
    parts = []
    for i in range(1, k + 1):
        parts.append(n // i)
    answer = 0
    for p in parts:
        answer += p
    return answer


def generator_sum(n, k):
    return sum(n // i for i in range(1, min(n, k) + 1))


def blocks_of_equal_quotient(n, k):
    total = 0
    i = 1
    last = min(n, k)
    while i <= last:
        value = n // i
        end = min(n // value, last)
        total += value * (end - i + 1)
        i = end + 1
    return total


def rows_and_columns(n, k):
    from math import isqrt
    # count points under the hyperbola in two overlapping strips
    k = min(n, k)
    r = min(isqrt(n), k)
    s = sum([n // i for i in range(1, r + 1)])
    # for larger i up to k: the height j holds i = r+1 .. min(k, n // j)
    top = n // (r + 1) if r < k else 0
    s += sum([min(k, n // j) - r for j in range(1, top + 1)])
    return s


WAYS = (list_of_quotients, generator_sum, (blocks_of_equal_quotient, rows_and_columns))
