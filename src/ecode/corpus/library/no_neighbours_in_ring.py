"""Largest sum of elements without neighbours in a ring."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="No two neighbours in the ring",
    statement="The elements of the list $a$ stand in a ring, so the last one is next to the first one. Choose elements, no two of them neighbours, with the largest possible sum; choosing none gives 0. If the list has one element, it may be chosen.",
    inputs=(Ints("a", -1000, 1000),),
    output=Int("best"),
    output_text="the largest sum",
    tags=("dynamic programming",),
    difficulty=1400,
    sizes=(5, 12, 18),
)


def generate(rng, size):
    low = rng.choice([-1000, -50, 0, 1, 1])
    high = rng.choice([3, 100, 1000])
    n = size if rng.random() < 0.8 else max(1, size - 1)
    return ([rng.randint(low, high) for _ in range(n)],)


def all_choices(a):
    n = len(a)

    def search(i, taken_first, taken_last, total):
        if i == n:
            return total
        best = search(i + 1, taken_first, False, total)
        allowed = not taken_last and not (i == n - 1 and taken_first)
        if allowed:
            best = max(best, search(i + 1, taken_first or i == 0, True, total + a[i]))
        return best

    return max(0, search(0, False, False, 0))


def masks_without_neighbours(ring):
    n = len(ring)
    masks = [0]
    for i in range(n):
        bit = 1 << i
        for m in masks[:]:
            if m & (bit >> 1):
                continue
            if i == n - 1 and i > 0 and m & 1:
                continue
            masks.append(m | bit)
    best = 0
    for m in masks:
        s = 0
        for i in range(n):
            if m >> i & 1:
                s += ring[i]
        if s > best:
            best = s
    return best


def two_lines(a):
    def line(values):
        table = [0, 0]
        for v in values:
            table.append(max(table[-1], table[-2] + v))
        return table[-1]

    if len(a) == 1:
        result = max(0, a[0])
    else:
        result = max(line(a[:-1]), line(a[1:]))
    return result


def four_numbers(a):
    # the first element left out: (skip, take); possibly taken: (skip1, take1)
    skip = take = 0
    skip1, take1 = 0, a[0]
    for v in a[1:-1]:
        skip, take = max(skip, take), skip + v
        skip1, take1 = max(skip1, take1), skip1 + v
    if len(a) > 1:
        skip, take = max(skip, take), skip + a[-1]
        skip1 = max(skip1, take1)
        best = max(skip, take, skip1, 0)
    else:
        best = max(0, take1)
    return best


WAYS = (masks_without_neighbours, all_choices, (two_lines, four_numbers))
