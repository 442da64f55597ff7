"""Count the elements with an equal element at most k places before."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Close duplicates",
    statement="Count the elements of $a$ for which an equal element stands at most $k$ places before them.",
    inputs=(Ints("a", 0, 10**6), Int("k", 1, 1000)),
    output=Int("count"),
    output_text="the number of these elements",
    tags=("hashing", "sliding window"),
    difficulty=1000,
    sizes=(7, 60, 750),
)


def generate(rng, size):
    high = rng.choice([size, 4 * size, size // 2 + 1, 10**5])
    a = [rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.3 and size > 1:
        half = size // 2
        a[half:2 * half] = rng.sample(a[:half], half)
    k = rng.choice([max(1, size // 2), max(1, size // 4), rng.randint(1, size)])
    return a, min(k, 1000)


def inner_loop_with_break(a, k):
    c = 0
    for i in range(len(a)):
        for j in range(1, k + 1):
            if i - j < 0:
                break
            if a[i] == a[i - j]:
                c += 1
                break
    return c


def look_in_the_slice(values, dist):
    total = 0
    for i in range(1, len(values)):
        if values[i] in values[max(0, i - dist):i]:
            total += 1
    return total


def last_place(arr, k):
    where = {}
    hits = 0
    for i, x in enumerate(arr):
        if x in where and i - where[x] <= k:
            hits += 1
        where[x] = i
    return hits


def window_as_set(a, k):
    window = set()
    found = 0
    # an element may leave only if it is not there again: count copies
    copies = {}
    for i in range(len(a)):
        x = a[i]
        if x in window:
            found += 1
        window.add(x)
        copies[x] = copies.get(x, 0) + 1
        if i >= k:
            old = a[i - k]
            copies[old] -= 1
            if copies[old] == 0:
                window.remove(old)
    return found


def sort_by_value_and_place(nums, limit):
    order = sorted((v, i) for i, v in enumerate(nums))
    answer = 0
    for (v, i), (w, j) in zip(order, order[1:]):
        if v == w and j - i <= limit:
            answer += 1
    return answer


WAYS = (inner_loop_with_break, look_in_the_slice, (last_place, window_as_set, sort_by_value_and_place))
