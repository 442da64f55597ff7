"""Sum of the XOR values of all subsets."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="XOR of all choices",
    statement="Choose any positions of the list $a$ (also none, or all) and take the bitwise XOR of the chosen elements; for no elements it is 0. Add up these values over all $2^n$ choices, where $n \\le 16$ is the length of the list.",
    inputs=(Ints("a", 0, 10**6),),
    output=Int("total"),
    output_text="the sum over all choices",
    tags=("bit manipulation", "combinatorics"),
    difficulty=1300,
    sizes=(3, 7, 13),
)


def generate(rng, size):
    n = min(16, size)
    n = n if rng.random() < 0.8 else max(1, n - 1)
    top = rng.choice([1, 7, 1000, 10**6])
    return ([rng.randint(0, top) for _ in range(n)],)


def masks_one_by_one(a):
    n = len(a)
    total = 0
    for mask in range(1 << n):
        x = 0
        for i in range(n):
            if mask & (1 << i):
                x ^= a[i]
        total += x
    return total


def combinations_of_each_size(items):
    from functools import reduce
    from itertools import combinations
    from operator import xor
    s = 0
    for k in range(len(items) + 1):
        for chosen in combinations(items, k):
            s += reduce(xor, chosen, 0)
    return s


def take_or_leave(a):
    def walk(i, current):
        if i == len(a):
            return current
        return walk(i + 1, current) + walk(i + 1, current ^ a[i])

    return walk(0, 0)


def grow_all_values(arr):
    vals = [0]
    for x in arr:
        vals += [v ^ x for v in vals]
    return sum(vals)


def half_of_the_choices(a):
    # a bit that occurs at all is set in exactly half of the choices
    union = 0
    for x in a:
        union |= x
    return union << (len(a) - 1)


WAYS = (masks_one_by_one, (combinations_of_each_size, take_or_leave), grow_all_values, half_of_the_choices)
