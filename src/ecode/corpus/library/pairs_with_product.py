"""Count the pairs of positions with a given product."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Pairs with a given product",
    statement="Count the pairs of positions $i < j$ with $a_i \\cdot a_j = m$. The elements of $a$ and $m$ may be 0 or negative.",
    inputs=(Ints("a", -(10**4), 10**4), Int("m", -(10**8), 10**8)),
    output=Int("pairs"),
    output_text="the number of these pairs",
    tags=("hashing", "number theory"),
    difficulty=1200,
    sizes=(7, 50, 550),
)


def generate(rng, size):
    high = rng.choice([4, 30, 200, 10**4])
    low = rng.choice([1, -high])
    a = [rng.randint(low, high) for _ in range(size)]
    m = rng.choice([rng.choice(a) * rng.choice(a), rng.choice(a) * rng.choice(a), rng.choice([0, 12, -24, 60, 720])])
    if m and rng.random() < 0.7:
        # sow divisors
        divisors = [d for d in range(1, min(10**4, abs(m)) + 1) if m % d == 0 and abs(m) // d <= 10**4]
        for i in range(size):
            if divisors and rng.random() < 0.4:
                a[i] = rng.choice(divisors) * (rng.choice([1, -1]) if low < 0 else 1)
    return a, m


def multiply_all_pairs(a, m):
    c = 0
    for i in range(len(a)):
        for j in range(i):
            if a[i] * a[j] == m:
                c += 1
    return c


def count_cofactor_in_tail(values, goal):
    answer = 0
    for i in range(len(values)):
        rest = values[i + 1:]
        if values[i] == 0:
            if goal == 0:
                answer += len(rest)
        elif goal % values[i] == 0:
            answer += rest.count(goal // values[i])
    return answer


def cofactors_seen_before(nums, m):
    seen = {}
    pairs = 0
    for i, x in enumerate(nums):
        if x == 0:
            pairs += i if m == 0 else 0
        elif m % x == 0:
            pairs += seen.get(m // x, 0)
        seen[x] = seen.get(x, 0) + 1
    return pairs


def ordered_pairs_halved(a, m):
    from collections import Counter

    c = Counter(a)
    n = len(a)
    zeros = c.pop(0, 0)
    if m == 0:
        result = zeros * (n - zeros) + zeros * (zeros - 1) // 2
    else:
        twice = 0
        for x, k in c.items():
            if m % x == 0:
                y = m // x
                twice += k * (k - 1) if x == y else k * c.get(y, 0)
        result = twice // 2
    return result


WAYS = (multiply_all_pairs, count_cofactor_in_tail, (cofactors_seen_before, ordered_pairs_halved))
