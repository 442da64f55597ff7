"""Find the longest block of consecutive elements with sum at most k."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Longest block within a budget",
    statement="Find the length of the longest block of consecutive elements of $a$ whose sum is at most $k$. If even every single element is larger than $k$, the answer is 0.",
    inputs=(Ints("a", 1, 10**5), Int("k", 0, 10**8)),
    output=Int("length"),
    output_text="the largest length",
    tags=("two pointers", "binary search"),
    difficulty=1100,
    sizes=(6, 50, 290),
)


def generate(rng, size):
    high = rng.choice([3, 100, 10**5])
    a = [rng.randint(1, high) for _ in range(size)]
    k = rng.choice([sum(a) // 2, sum(a) // 3, sum(a) * 2 // 3, sum(a), min(a) - 1 if size < 9 else sum(a) // 4])
    return a, k


def every_length_from_above(a, k):
    n = len(a)
    best = 0
    length = n
    while length > 0 and best == 0:
        for i in range(n - length + 1):
            if sum(a[i:i + length]) <= k:
                best = length
                break
        length -= 1
    return best


def extend_until_too_much(nums, limit):
    longest = 0
    for start in range(len(nums)):
        total = 0
        size = 0
        for v in nums[start:]:
            if total + v > limit:
                break
            total += v
            size += 1
        if size > longest:
            longest = size
    return longest


def bisect_on_prefix_sums(values, budget):
    from bisect import bisect_right

    pre = [0]
    for v in values:
        pre.append(pre[-1] + v)
    best = 0
    for i in range(len(values)):
        j = bisect_right(pre, pre[i] + budget) - 1
        best = max(best, j - i)
    return best


def moving_window(a, k):
    lo = 0
    s = 0
    ans = 0
    for hi, x in enumerate(a):
        s += x
        while s > k:
            s -= a[lo]
            lo += 1
        if hi - lo + 1 > ans:
            ans = hi - lo + 1
    return ans


def window_that_never_shrinks(a, k):
    left = 0
    total = 0
    for x in a:
        total += x
        if total > k:
            total -= a[left]
            left += 1
    return len(a) - left


WAYS = (every_length_from_above, extend_until_too_much, (bisect_on_prefix_sums, moving_window, window_that_never_shrinks))
