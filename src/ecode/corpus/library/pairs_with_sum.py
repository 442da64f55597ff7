"""Count the pairs of positions whose values add up to a given sum."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Pairs with a given sum",
    statement="Count the pairs of positions $i < j$ for which $a_i + a_j = k$.",
    inputs=(Ints("a", 1, 10**6), Int("k", 2, 2 * 10**6)),
    output=Int("pairs"),
    output_text="the number of such pairs",
    tags=("hashing", "two pointers"),
    difficulty=1000,
    sizes=(6, 60, 450),
)


def generate(rng, size):
    high = rng.choice([size, 3 * size, 10**6])
    a = [rng.randint(1, high) for _ in range(size)]
    k = rng.choice([rng.choice(a) + rng.choice(a), rng.randint(2, 2 * high)])
    return a, k


def every_pair(a, k):
    n = len(a)
    cnt = 0
    for i in range(n):
        for j in range(i + 1, n):
            if a[i] + a[j] == k:
                cnt += 1
    return cnt


def count_in_the_rest(values, target):
    # for each value, how often is the missing part still to come?
    total = 0
    for pos, v in enumerate(values):
        total += values[pos + 1:].count(target - v)
    return total


def two_pointers(arr, s):
    arr = sorted(arr)
    lo, hi = 0, len(arr) - 1
    answer = 0
    while lo < hi:
        cur = arr[lo] + arr[hi]
        if cur < s:
            lo += 1
        elif cur > s:
            hi -= 1
        elif arr[lo] == arr[hi]:
            m = hi - lo + 1
            answer += m * (m - 1) // 2
            break
        else:
            left = right = 1
            while arr[lo + 1] == arr[lo]:
                lo += 1
                left += 1
            while arr[hi - 1] == arr[hi]:
                hi -= 1
                right += 1
            answer += left * right
            lo += 1
            hi -= 1
    return answer


def seen_before(a, k):
    seen = {}
    res = 0
    for x in a:
        res += seen.get(k - x, 0)
        seen[x] = seen.get(x, 0) + 1
    return res


WAYS = (every_pair, count_in_the_rest, (two_pointers, seen_before))
