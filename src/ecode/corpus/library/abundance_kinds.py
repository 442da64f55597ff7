"""Count deficient, perfect and abundant numbers up to a limit."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Deficient, perfect, abundant",
    statement="A number is deficient, perfect or abundant when the sum of its divisors smaller than itself is less than, equal to or greater than the number. Count the numbers of each kind among $1, 2, \\ldots, n$.",
    inputs=(Int("n", 1, 5000),),
    output=Ints("counts", shortest=3),
    output_text="three numbers: how many are deficient, perfect and abundant",
    tags=("number theory", "sieve"),
    difficulty=1100,
    sizes=(15, 100, 620),
)


def generate(rng, size):
    size = min(size, 5000)
    return (rng.randint(max(1, size - size // 5), size),)


def add_every_divisor(n):
    deficient = 0
    perfect = 0
    abundant = 0
    for number in range(1, n + 1):
        divisors = []
        for d in range(1, number):
            if number % d == 0:
                divisors.append(d)
        total = sum(divisors)
        if total < number:
            deficient += 1
        elif total == number:
            perfect += 1
        else:
            abundant += 1
    return [deficient, perfect, abundant]


def divisor_pairs(limit):
    tally = [0, 0, 0]
    for m in range(1, limit + 1):
        s = 1 if m > 1 else 0
        d = 2
        while d * d <= m:
            if m % d == 0:
                s += d
                if d != m // d:
                    s += m // d
            d += 1
        kind = (s >= m) + (s > m)
        tally[kind] += 1
    return tally


def push_to_multiples(n):
    acc = [0] * (n + 1)
    for d in range(1, n // 2 + 1):
        for mult in range(2 * d, n + 1, d):
            acc[mult] += d
    less = sum(1 for i in range(1, n + 1) if acc[i] < i)
    same = sum(1 for i in range(1, n + 1) if acc[i] == i)
    return [less, same, n - less - same]


def sums_by_prime_powers(n):
    # sum of divisors is multiplicative: build it from the smallest prime factor
    sigma = [1] * (n + 1)
    for p in range(2, n + 1):
        if sigma[p] == 1:
            power, part = p, 1 + p
            for m in range(p, n + 1, p):
                sigma[m] *= part
            while power * p <= n:
                power *= p
                bigger = part + power
                for m in range(power, n + 1, power):
                    sigma[m] = sigma[m] // part * bigger
                part = bigger
    eq = gt = 0
    for i in range(2, n + 1):
        if sigma[i] > 2 * i:
            gt += 1
        elif sigma[i] == 2 * i:
            eq += 1
    return [n - eq - gt, eq, gt]


WAYS = (add_every_divisor, divisor_pairs, (push_to_multiples, sums_by_prime_powers))
