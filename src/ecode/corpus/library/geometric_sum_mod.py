"""Remainder of a sum of consecutive powers."""

from ecode.corpus.kernel import Int, Kernel

KERNEL = Kernel(
    title="Sum of powers, remainder",
    statement="Find the remainder of $1 + b + b^2 + \\ldots + b^{n-1}$ (a sum of $n$ powers) when divided by $m$.",
    inputs=(Int("b", 1, 10**6), Int("n", 1, 10**6), Int("m", 1, 10**9)),
    output=Int("remainder"),
    output_text="the remainder",
    tags=("number theory", "divide and conquer"),
    difficulty=1500,
    sizes=(8, 300, 20000),
)


def generate(rng, size):
    n = min(10**6, rng.randint(max(1, size * 2 // 3), size))
    b = rng.choice([1, 2, 3, 10, rng.randint(1, 10**6), rng.randint(1, 10**6)])
    m = rng.choice([1, 10, 97, 1000, 10**9, 998244353, rng.randint(1, 10**6)])
    return b, n, m


def power_for_each_term(b, n, m):
    total = 0
    for i in range(n):
        total += pow(b, i, m)
    return total % m


def running_term(base, count, mod):
    s = 0
    term = 1
    i = 0
    while i < count:
        s = (s + term) % mod
        term = term * base % mod
        i += 1
    return s % mod


def horner_to_the_end(b, n, m):
    acc = 0
    for _ in range(n):
        acc = (acc * b + 1) % m
    return acc


def double_the_block(b, n, m):
    # (power, total) describe a block of `done` terms
    power, total = 1, 0
    for bit in bin(n)[2:]:
        total = (total + total * power) % m
        power = power * power % m
        if bit == "1":
            total = (total * b + 1) % m
            power = power * b % m
    return total


def fraction_trick(b, n, m):
    if b == 1:
        answer = n % m
    else:
        k = b - 1
        answer = (pow(b, n, m * k) - 1) % (m * k) // k % m
    return answer


WAYS = (power_for_each_term, running_term, horner_to_the_end, (double_the_block, fraction_trick))
