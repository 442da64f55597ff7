"""Find the lower median after every new number."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Running medians",
    statement="The lower median of $m$ numbers is the one at position $\\lfloor (m + 1) / 2 \\rfloor$ (counted from 1) when they are sorted. Find the lower median of the first $i$ elements of $a$ for every $i$ from 1 to the length of $a$.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Ints("medians"),
    output_text="the medians in the order of the lengths",
    tags=("heaps", "sorting"),
    difficulty=1500,
    sizes=(6, 40, 550),
)


def generate(rng, size):
    high = rng.choice([3, size, 10**6])
    a = [rng.randint(-high, high) for _ in range(size)]
    if rng.random() < 0.15:
        a.sort(reverse=rng.random() < 0.5)
    return (a,)


def sort_prefixes(a):
    med = []
    for i in range(1, len(a) + 1):
        b = sorted(a[:i])
        med.append(b[(i - 1) // 2])
    return med


def linear_insert(numbers):
    line = []
    answer = []
    for num in numbers:
        k = 0
        while k < len(line) and line[k] < num:
            k += 1
        line.insert(k, num)
        answer.append(line[(len(line) - 1) // 2])
    return answer


def append_and_sort(nums):
    have = []
    out = []
    for x in nums:
        have.append(x)
        have.sort()
        out.append(have[(len(have) + 1) // 2 - 1])
    return out


def two_heaps(a):
    from heapq import heappush, heappushpop

    low = []
    high = []
    res = []
    for x in a:
        if len(low) == len(high):
            heappush(low, -heappushpop(high, x))
        else:
            heappush(high, -heappushpop(low, -x))
        res.append(-low[0])
    return res


def insort_middle(a):
    from bisect import insort

    s = []
    m = []
    for i, x in enumerate(a):
        insort(s, x)
        m.append(s[i >> 1])
    return m


WAYS = (linear_insert, sort_prefixes, append_and_sort, (two_heaps, insort_middle))
