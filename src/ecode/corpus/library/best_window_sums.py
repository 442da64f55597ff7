"""Find the largest window sum for every window length."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Best window of every length",
    statement="For each length $k$ from 1 to the length of $a$ find the largest sum of a block of exactly $k$ consecutive elements of $a$.",
    inputs=(Ints("a", -(10**4), 10**4),),
    output=Ints("best"),
    output_text="the largest sum for each length in increasing order",
    tags=("sliding window", "prefix sums"),
    difficulty=1100,
    sizes=(6, 30, 130),
)


def generate(rng, size):
    low, high = rng.choice([(-9, 9), (0, 5), (-(10**4), 10**4), (-50, -1)])
    return ([rng.randint(low, high) for _ in range(size)],)


def three_loops(a):
    n = len(a)
    res = []
    for k in range(1, n + 1):
        best = None
        for i in range(n - k + 1):
            s = 0
            for j in range(i, i + k):
                s += a[j]
            if best is None or s > best:
                best = s
        res.append(best)
    return res


def sums_of_slices(nums):
    n = len(nums)
    return [max(sum(nums[i:i + k]) for i in range(n - k + 1)) for k in range(1, n + 1)]


def slide_the_window(values):
    out = []
    for width in range(1, len(values) + 1):
        total = sum(values[:width])
        top = total
        for right in range(width, len(values)):
            total += values[right] - values[right - width]
            if total > top:
                top = total
        out.append(top)
    return out


def lengthen_all_windows(a):
    # sums of all windows of the present length
    from operator import add

    row = a[:]
    best = [max(row)]
    for k in range(1, len(a)):
        row = list(map(add, row[:-1], a[k:]))
        best.append(max(row))
    return best


def differences_of_prefixes(a):
    from itertools import accumulate
    from operator import sub

    p = [0, *accumulate(a)]
    return [max(map(sub, p[k:], p)) for k in range(1, len(p))]


WAYS = (three_loops, sums_of_slices, (slide_the_window, lengthen_all_windows, differences_of_prefixes))
