"""List the positions with equal sums on both sides."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Balance positions",
    statement="A position of $a$ is balanced if the sum of all elements before it equals the sum of all elements after it; an empty sum is 0. Find all balanced positions, counted from 1. There may be none.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Ints("positions"),
    output_text="the balanced positions in increasing order",
    tags=("prefix sums",),
    difficulty=900,
    sizes=(7, 50, 900),
)


def generate(rng, size):
    high = rng.choice([1, 1, 3, 1000])
    a = [rng.randint(-high, high) for _ in range(size)]
    kind = rng.randrange(4)
    if kind == 0:
        a = [x if rng.random() < 0.1 else 0 for x in a]
    elif kind == 1 and size > 2:
        half = a[:(size - 1) // 2]
        rng.shuffle(half)
        a = a[:(size - 1) // 2] + [5] + half
    elif kind == 2:
        a[-1] = max(-(10**6), a[-1] - sum(a))
    return (a,)


def sum_left_and_right_by_loops(a):
    found = []
    for p in range(len(a)):
        left = 0
        for i in range(0, p):
            left += a[i]
        right = 0
        for i in range(p + 1, len(a)):
            right += a[i]
        if left == right:
            found.append(p + 1)
    return found


def sum_of_both_slices(values):
    return [i + 1 for i in range(len(values)) if sum(values[:i]) == sum(values[i + 1:])]


def total_and_left(nums):
    total = sum(nums)
    left = 0
    res = []
    for i, x in enumerate(nums, start=1):
        if 2 * left + x == total:
            res.append(i)
        left += x
    return res


def prefix_and_suffix_lists(a):
    n = len(a)
    before = [0] * n
    after = [0] * n
    for i in range(1, n):
        before[i] = before[i - 1] + a[i - 1]
        after[n - 1 - i] = after[n - i] + a[n - i]
    answer = []
    for i in range(n):
        if before[i] == after[i]:
            answer.append(i + 1)
    return answer


WAYS = (sum_left_and_right_by_loops, sum_of_both_slices, (prefix_and_suffix_lists, total_and_left))
