"""Smallest positive number that is a multiple of every number of a list."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="First common multiple",
    statement="Find the smallest positive number that every number of the list $a$ divides.",
    inputs=(Ints("a", 1, 2520),),
    output=Int("multiple", 1),
    output_text="this smallest common multiple",
    tags=("number theory",),
    difficulty=900,
    sizes=(3, 8, 60),
)


def generate(rng, size):
    full = rng.choice([5040 * 11 * 13, 5040 * 13 * 17, 720720, 2520 * 11 * 23, 5040 * 13 * 19, 2520 * 17 * 19]) if size > 20 else rng.choice([60, 360, 840, 990, 2520])
    divisors = [d for d in range(1, 60 if size > 20 else 100) if full % d == 0]
    a = [rng.choice(divisors) for _ in range(size)]
    if size > 20:
        for p in (9, 16, 11, 13, 17, 19, 23, 5, 7):
            if full % p == 0:
                a[rng.randrange(size)] = p
    elif rng.random() < 0.15:
        a = [rng.choice(divisors)] * size
    return (a,)


def step_by_largest(a):
    big = max(a)
    t = big
    while True:
        if all(t % x == 0 for x in a):
            break
        t += big
    return t


def grow_until_divides(numbers):
    current = 1
    for n in numbers:
        # add the old multiple until n divides it as well
        step = current
        while current % n != 0:
            current += step
    return current


def fold_of_lcm(vals):
    def gcd(a, b):
        return a if b == 0 else gcd(b, a % b)

    res = 1
    for v in vals:
        res = res * v // gcd(res, v)
    return res


def built_in(a):
    from math import lcm
    return lcm(*a)


WAYS = (step_by_largest, (grow_until_divides, fold_of_lcm, built_in))
