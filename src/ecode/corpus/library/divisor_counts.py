"""Count the divisors of each number of a list."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="How many divisors",
    statement="For each number of the list $a$, count its positive divisors, 1 and the number itself included.",
    inputs=(Ints("a", 1, 10000),),
    output=Ints("counts"),
    output_text="the number of divisors of each $a_i$, in the order of the list",
    tags=("number theory",),
    difficulty=1000,
    sizes=(5, 25, 150),
)


def generate(rng, size):
    top = min(10000, rng.choice([20, 8 * size, 15 * size]))
    if size > 100:
        top = rng.choice([1800, 3000])
    a = [rng.randint(1, top) for _ in range(size)]
    if rng.random() < 0.2:
        a[rng.randrange(size)] = 1
    return (a,)


def try_all(a):
    res = []
    for x in a:
        c = 0
        for d in range(1, x + 1):
            if x % d == 0:
                c += 1
        res.append(c)
    return res


def up_to_half(numbers):
    return [1 + sum(n % d == 0 for d in range(1, n // 2 + 1)) for n in numbers]


def pairs_up_to_root(arr):
    counts = [0] * len(arr)
    for i in range(len(arr)):
        number = arr[i]
        d = 1
        while d * d < number:
            if number % d == 0:
                counts[i] += 2
            d += 1
        # a square has one divisor in the middle
        if d * d == number:
            counts[i] += 1
    return counts


def from_prime_exponents(a):
    memo = {}
    for v in set(a):
        rest, total, p = v, 1, 2
        while p * p <= rest:
            if rest % p == 0:
                e = 1
                while rest % p == 0:
                    rest //= p
                    e += 1
                total *= e
            p += 1 if p == 2 else 2
        if rest > 1:
            total *= 2
        memo[v] = total
    return [memo[v] for v in a]


WAYS = (try_all, up_to_half, pairs_up_to_root, from_prime_exponents)
