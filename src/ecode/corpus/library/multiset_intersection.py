"""Intersect two lists, counting how often values occur."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Common elements with multiplicity",
    statement="A value that occurs $x$ times in $a$ and $y$ times in $b$ belongs to the result $\\min(x, y)$ times. Find the result; it may be empty.",
    inputs=(Ints("a", 0, 10**5), Ints("b", 0, 10**5)),
    output=Ints("common"),
    output_text="the elements of the result in non-decreasing order",
    tags=("hashing", "counting"),
    difficulty=1000,
    sizes=(6, 40, 650),
)


def generate(rng, size):
    high = rng.choice([size // 4 + 1, size, size, 5000])
    a = [rng.randint(0, high) for _ in range(rng.randint((size + 1) // 2, size))]
    b = [rng.choice(a) if rng.random() < 0.2 else rng.randint(0, high) for _ in range(rng.randint((size + 1) // 2, size))]
    return a, b


def used_marks(a, b):
    used = [False] * len(b)
    common = []
    for x in a:
        for j in range(len(b)):
            if b[j] == x and not used[j]:
                used[j] = True
                common.append(x)
                break
    common.sort()
    return common


def remove_from_copy(first, second):
    left = second[:]
    found = []
    for v in first:
        if v in left:
            left.remove(v)
            found.append(v)
    return sorted(found)


def counts_of_each_value(xs, ys):
    result = []
    for v in sorted(set(xs)):
        times = min(xs.count(v), ys.count(v))
        result += [v] * times
    return result


def counter_and(a, b):
    from collections import Counter

    return sorted((Counter(a) & Counter(b)).elements())


def two_sorted_walks(a, b):
    a = sorted(a)
    b = sorted(b)
    i = 0
    j = 0
    out = []
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            out.append(a[i])
            i += 1
            j += 1
        elif a[i] < b[j]:
            i += 1
        else:
            j += 1
    return out


WAYS = ((used_marks, counts_of_each_value), remove_from_copy, (counter_and, two_sorted_walks))
