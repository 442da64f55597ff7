"""Count the coprime pairs in a list."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Coprime pairs",
    statement="Count the pairs of positions $i < j$ in the list $a$ for which $a_i$ and $a_j$ have no common divisor greater than 1.",
    inputs=(Ints("a", 1, 1000),),
    output=Int("pairs"),
    output_text="the number of coprime pairs",
    tags=("number theory", "inclusion-exclusion"),
    difficulty=1700,
    sizes=(5, 40, 300),
)


def generate(rng, size):
    top = min(1000, rng.choice([6, 3 * size, 2 * size, 1000 if size < 100 else 400]))
    step = rng.choice([1, 1, 1, 2])
    a = [max(1, rng.randint(1, top) // step * step) for _ in range(size)]
    return (a,)


def euclid_by_hand(a):
    pairs = 0
    for i in range(len(a)):
        for j in range(i + 1, len(a)):
            x = a[i]
            y = a[j]
            while y:
                x, y = y, x % y
            if x == 1:
                pairs += 1
    return pairs


def combos_with_gcd(nums):
    from itertools import combinations
    from math import gcd
    return sum(1 for x, y in combinations(nums, 2) if gcd(x, y) == 1)


def from_large_divisors_down(a):
    top = max(a)
    have = [0] * (top + 1)
    for v in a:
        have[v] += 1
    exact = [0] * (top + 1)
    # exact[g]: pairs whose greatest common divisor is g
    for g in range(top, 0, -1):
        c = sum(have[g::g])
        exact[g] = c * (c - 1) // 2 - sum(exact[2 * g::g])
    return exact[1]


def moebius_signs(values):
    limit = max(values)
    freq = [0] * (limit + 1)
    for v in values:
        freq[v] += 1
    mu = [1] * (limit + 1)
    total = 0
    for d in range(1, limit + 1):
        if d > 1:
            mu[d] = 0
    for d in range(1, limit + 1):
        if mu[d]:
            for m in range(2 * d, limit + 1, d):
                mu[m] -= mu[d]
            k = sum(freq[d::d])
            total += mu[d] * (k * (k - 1) // 2)
    return total


WAYS = (euclid_by_hand, combos_with_gcd, (from_large_divisors_down, moebius_signs))
