"""Find the h-index of every prefix of a list."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Growing h-index",
    statement="The h-index of a list is the largest $h \\ge 0$ such that at least $h$ of its elements are $h$ or greater. Find the h-index of the first $i$ elements of $c$ for every $i$ from 1 to the length of $c$.",
    inputs=(Ints("c", 0, 10**5),),
    output=Ints("h"),
    output_text="the h-index of each prefix, in the order of their lengths",
    tags=("heaps", "counting"),
    difficulty=1400,
    sizes=(6, 40, 150),
)


def generate(rng, size):
    high = rng.choice([3, size // 2 + 1, 2 * size, 10**5])
    c = [rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.1:
        c = [0] * size
    return (c,)


def raise_h_each_time(c):
    result = []
    for i in range(1, len(c) + 1):
        prefix = c[:i]
        h = 0
        while h < i and len([x for x in prefix if x >= h + 1]) >= h + 1:
            h += 1
        result.append(h)
    return result


def sort_each_prefix(papers):
    indexes = []
    for end in range(1, len(papers) + 1):
        ordered = sorted(papers[:end], reverse=True)
        h = 0
        for rank, cites in enumerate(ordered, 1):
            if cites >= rank:
                h = rank
            else:
                break
        indexes.append(h)
    return indexes


def heap_of_counted(c):
    from heapq import heappop, heappush

    heap = []
    out = []
    for x in c:
        heappush(heap, x)
        # too small for the present size
        while heap and heap[0] < len(heap):
            heappop(heap)
        out.append(len(heap))
    return out


def counts_above(values):
    n = len(values)
    freq = [0] * (n + 2)
    h = 0
    above = 0
    res = []
    for v in values:
        if v > h:
            above += 1
            freq[min(v, n + 1)] += 1
        if above > h:
            h += 1
            above -= freq[h]
        res.append(h)
    return res


WAYS = (raise_h_each_time, sort_each_prefix, (heap_of_counted, counts_above))
