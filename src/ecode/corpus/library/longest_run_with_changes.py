"""Find the longest run of one value after at most k changes."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Longest run after changes",
    statement="At most $k$ elements of $a$ may be replaced by other values. Find the largest possible length of a block of consecutive equal elements after that.",
    inputs=(Ints("a", 0, 10**5), Int("k", 0, 1000)),
    output=Int("length"),
    output_text="the largest length",
    tags=("sliding window", "two pointers"),
    difficulty=1600,
    sizes=(7, 40, 400),
)


def generate(rng, size):
    kinds = rng.choice([2, 3, 8])
    a, x = [], 1
    stay = rng.choice([0.2, 0.6])
    for _ in range(size):
        if rng.random() > stay:
            x = rng.randint(1, kinds)
        a.append(x)
    k = rng.choice([0, 1, size // 20, size // 4, size // 3]) if rng.random() < 0.95 else size
    return a, min(k, 1000)


def count_in_every_block(a, k):
    best = 0
    for i in range(len(a)):
        often = {}
        for j in range(i, len(a)):
            often[a[j]] = often.get(a[j], 0) + 1
            size = j - i + 1
            if size > best and size - max(often.values()) <= k:
                best = size
    return best


def spread_each_value(nums, k):
    longest = 0
    for target in set(nums):
        for start in range(len(nums)):
            wrong = 0
            length = 0
            for x in nums[start:]:
                if x != target:
                    wrong += 1
                if wrong > k:
                    break
                length += 1
            longest = max(longest, length)
    return longest


def window_for_each_value(values, k):
    best = 0
    for v in dict.fromkeys(values):
        left = 0
        bad = 0
        for right, x in enumerate(values):
            if x != v:
                bad += 1
            while bad > k:
                if values[left] != v:
                    bad -= 1
                left += 1
            best = max(best, right + 1 - left)
    return best


def one_window_top_count(a, k):
    from collections import defaultdict

    have = defaultdict(int)
    top = 0
    lo = 0
    for hi in range(len(a)):
        have[a[hi]] += 1
        if have[a[hi]] > top:
            top = have[a[hi]]
        if hi - lo + 1 - top > k:
            have[a[lo]] -= 1
            lo += 1
    return len(a) - lo


WAYS = ((spread_each_value, count_in_every_block), window_for_each_value, one_window_top_count)
