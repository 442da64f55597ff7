"""Merge two sorted lists into one."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Two sorted lists in one",
    statement="Both $a$ and $b$ are in non-decreasing order. Merge them into one list in non-decreasing order that holds every element of both, equal ones as often as they occur.",
    inputs=(Ints("a", 0, 10**6, 1, "sorted"), Ints("b", 0, 10**6, 1, "sorted")),
    output=Ints("merged"),
    output_text="the merged list",
    tags=("two pointers", "sorting"),
    difficulty=800,
    sizes=(5, 30, 420),
)


def generate(rng, size):
    high = rng.choice([9, 2 * size, 10**6])
    a = sorted(rng.randint(0, high) for _ in range(rng.randint((size + 1) // 2, size)))
    low = rng.choice([0, 0, high])
    b = sorted(rng.randint(low // 2, high) for _ in range(rng.randint((size + 1) // 2, size)))
    return a, b


def bubble_after_joining(a, b):
    c = a + b
    n = len(c)
    swapped = True
    while swapped:
        swapped = False
        for i in range(n - 1):
            if c[i] > c[i + 1]:
                c[i], c[i + 1] = c[i + 1], c[i]
                swapped = True
    return c


def insert_each_by_search(first, second):
    result = list(first)
    for value in second:
        place = 0
        while place < len(result) and result[place] <= value:
            place += 1
        result.insert(place, value)
    return result


def take_smallest_again_and_again(a, b):
    pool = a + b
    merged = []
    while pool:
        smallest = min(pool)
        pool.remove(smallest)
        merged.append(smallest)
    return merged


def classic_merge(a, b):
    i = j = 0
    out = []
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    out += a[i:]
    out += b[j:]
    return out


def sort_the_sum(x, y):
    both = x + y
    both.sort()
    return both


WAYS = (bubble_after_joining, (insert_each_by_search, take_smallest_again_and_again), classic_merge, sort_the_sum)
