"""Count the blocks with at most k different values."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Blocks with few values",
    statement="Count the non-empty blocks of consecutive elements of $a$ that hold at most $k$ different values.",
    inputs=(Ints("a", 0, 10**6), Int("k", 1, 1000)),
    output=Int("blocks"),
    output_text="the number of these blocks",
    tags=("two pointers", "sliding window", "hashing"),
    difficulty=1500,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    kinds = rng.choice([2, 5, 30, size])
    a = [rng.randint(1, kinds) * rng.choice([1, 1, 1, 7]) for _ in range(size)]
    k = rng.choice([1, max(1, kinds // 2), kinds, max(1, len(set(a)) * 3 // 4)])
    return a, min(1000, k)


def set_grows_per_start(a, k):
    total = 0
    for i in range(len(a)):
        values = set()
        for j in range(i, len(a)):
            values.add(a[j])
            if len(values) > k:
                break
            total += 1
    return total


def list_of_different(nums, limit):
    count = 0
    n = len(nums)
    for start in range(n):
        different = []
        end = start
        while end < n:
            if nums[end] not in different:
                different.append(nums[end])
            if len(different) > limit:
                break
            count += 1
            end += 1
    return count


def window_with_counts(a, k):
    from collections import Counter

    inside = Counter()
    left = 0
    answer = 0
    for right, x in enumerate(a):
        inside[x] += 1
        while len(inside) > k:
            y = a[left]
            inside[y] -= 1
            if not inside[y]:
                del inside[y]
            left += 1
        answer += right - left + 1
    return answer


def last_seen_order(a, k):
    # keys in the order of their last place; the first key leaves
    from collections import OrderedDict

    last = OrderedDict()
    begin = 0
    blocks = 0
    for i, x in enumerate(a):
        last[x] = i
        last.move_to_end(x)
        if len(last) > k:
            begin = last.popitem(last=False)[1] + 1
        blocks += i + 1 - begin
    return blocks


WAYS = (list_of_different, set_grows_per_start, (window_with_counts, last_seen_order))
