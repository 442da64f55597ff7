"""Find the largest sum of a block and the first block with it."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Best block",
    statement="Find the largest sum of a non-empty block of consecutive elements of $a$. Among the blocks with this sum take the one with the smallest first position, and among these the shortest. Positions are counted from 1.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Ints("block"),
    output_text="the sum, the first and the last position of the block",
    tags=("dynamic programming", "prefix sums"),
    difficulty=1400,
    sizes=(6, 50, 470),
)


def generate(rng, size):
    low, high = rng.choice([(-10, 10), (-3, 1), (-1, 1), (-100, 60), (-9, -1), (-(10**6), 10**6)])
    return ([rng.randint(low, high) for _ in range(size)],)


def every_block_with_tuples(a):
    best = None
    for i in range(len(a)):
        s = 0
        for j in range(i, len(a)):
            s += a[j]
            candidate = (-s, i, j)
            if best is None or candidate < best:
                best = candidate
    return [-best[0], best[1] + 1, best[2] + 1]


def compare_running_sums(nums):
    n = len(nums)
    top = nums[0]
    x = y = 0
    for i in range(n):
        total = 0
        for j in range(i, n):
            total += nums[j]
            if total > top:
                top, x, y = total, i, j
    return [top, x + 1, y + 1]


def best_of_accumulated(values):
    from itertools import accumulate

    champion = values[0]
    first = last = 1
    for i in range(len(values)):
        sums = list(accumulate(values[i:]))
        m = max(sums)
        if m > champion:
            champion = m
            first = i + 1
            last = i + 1 + sums.index(m)
    return [champion, first, last]


def kadane_with_positions(a):
    best = a[0]
    lo = hi = 0
    cur = a[0]
    start = 0
    for i in range(1, len(a)):
        if cur < 0:
            cur = a[i]
            start = i
        else:
            cur += a[i]
        if cur > best:
            best = cur
            lo = start
            hi = i
    return [best, lo + 1, hi + 1]


WAYS = (every_block_with_tuples, (compare_running_sums, best_of_accumulated), kadane_with_positions)
