"""Count the pairs of positions whose values differ by exactly k."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Pairs with a given difference",
    statement="Count the pairs of positions $i < j$ with $|a_i - a_j| = k$.",
    inputs=(Ints("a", -(10**5), 10**5), Int("k", 0, 2 * 10**5)),
    output=Int("pairs"),
    output_text="the number of such pairs",
    tags=("hashing", "counting"),
    difficulty=1000,
    sizes=(7, 60, 600),
)


def generate(rng, size):
    high = rng.choice([max(1, size // 4), 2 * size, 10**5])
    a = [rng.randint(-(high // 2), high) for _ in range(size)]
    k = rng.choice([0, abs(rng.choice(a) - rng.choice(a)), rng.randint(1, high)])
    return a, k


def compare_each_pair(a, k):
    result = 0
    for i in range(len(a)):
        for j in range(len(a)):
            if i < j and abs(a[i] - a[j]) == k:
                result = result + 1
    return result


def combinations_filter(nums, diff):
    from itertools import combinations

    return sum(1 for x, y in combinations(nums, 2) if x - y == diff or y - x == diff)


def counts_below_and_above(values, d):
    # look back at the values already passed
    passed = []
    total = 0
    for v in values:
        total += passed.count(v - d)
        if d:
            total += passed.count(v + d)
        passed.append(v)
    return total


def table_of_values(a, k):
    from collections import Counter

    c = Counter(a)
    if k == 0:
        ans = sum(m * (m - 1) // 2 for m in c.values())
    else:
        ans = 0
        for x in c:
            if x + k in c:
                ans += c[x] * c[x + k]
    return ans


def sorted_and_bisected(arr, gap):
    from bisect import bisect_left, bisect_right

    arr.sort()
    pairs = 0
    for i, x in enumerate(arr):
        want = x + gap
        lo = bisect_left(arr, want, i + 1)
        hi = bisect_right(arr, want, i + 1)
        pairs += hi - lo
    return pairs


WAYS = (compare_each_pair, combinations_filter, counts_below_and_above, sorted_and_bisected, table_of_values)
