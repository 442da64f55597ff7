"""Find the lower median of every window of fixed length."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Window medians",
    statement="For every block of $k$ consecutive elements of $a$, from left to right, find its lower median: the element at position $\\lfloor (k + 1) / 2 \\rfloor$ (counted from 1) when the block is sorted. $k$ is never larger than the length of $a$.",
    inputs=(Ints("a", 0, 10**6), Int("k", 1, 1000)),
    output=Ints("medians"),
    output_text="the lower median of each block",
    tags=("sliding window", "binary search"),
    difficulty=1600,
    sizes=(7, 60, 720),
)


def generate(rng, size):
    high = rng.choice([4, size, 10**6])
    a = [rng.randint(0, high) for _ in range(size)]
    k = rng.choice([max(1, size // 3), max(1, size // 2), rng.randint(1, size)])
    return a, k


def sort_each_window(a, k):
    med = []
    for i in range(len(a) - k + 1):
        w = sorted(a[i:i + k])
        med.append(w[(k - 1) // 2])
    return med


def sorted_list_with_remove(nums, k):
    win = sorted(nums[:k])
    mid = (k + 1) // 2 - 1
    ans = [win[mid]]
    for i in range(k, len(nums)):
        win.remove(nums[i - k])
        win.append(nums[i])
        win.sort()
        ans.append(win[mid])
    return ans


def bisect_window(values, size):
    from bisect import bisect_left, insort

    window = []
    medians = []
    half = (size - 1) // 2
    for i, v in enumerate(values):
        insort(window, v)
        if len(window) > size:
            del window[bisect_left(window, values[i - size])]
        if len(window) == size:
            medians.append(window[half])
    return medians


WAYS = (sort_each_window, sorted_list_with_remove, bisect_window)
