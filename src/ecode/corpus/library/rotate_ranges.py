"""Rotate ranges of a list as a series of commands says."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Rotated ranges",
    statement="Each row $l, r, k$ of $c$ with $l \\le r$ turns the elements of $a$ at the positions from $l$ to $r$ (counted from 1) to the left by $k$ places: $k$ times the first of them moves behind the last of them. Apply the rows in their order.",
    inputs=(Ints("a", 0, 1000), Rows("c", ("l", "r", "k"), 1, 10**4)),
    output=Ints("result"),
    output_text="the list after all rows",
    tags=("simulation", "rotation"),
    difficulty=1100,
    sizes=(6, 30, 170),
)


def generate(rng, size):
    a = [rng.randint(0, 1000) for _ in range(size)]
    c = []
    for _ in range(max(1, size // 6)):
        l, r = sorted((rng.randint(1, size), rng.randint(1, size)))
        c.append((l, r, rng.choice([rng.randint(1, size), rng.randint(1, 3 * size)])))
    return a, c


def one_step_after_another(a, c):
    for l, r, k in c:
        for _ in range(k):
            first = a[l - 1]
            for i in range(l - 1, r - 1):
                a[i] = a[i + 1]
            a[r - 1] = first
    return a


def pop_and_insert(items, commands):
    for left, right, times in commands:
        for _ in range(times):
            items.insert(right - 1, items.pop(left - 1))
    return items


def modular_places(values, moves):
    for l, r, k in moves:
        copy = list(values)
        n = r - l + 1
        for i in range(n):
            values[l - 1 + i] = copy[l - 1 + (i + k) % n]
    return values


def swapped_slices(a, c):
    for l, r, k in c:
        k %= r - l + 1
        mid = l - 1 + k
        a[l - 1:r] = a[mid:r] + a[l - 1:mid]
    return a


WAYS = (one_step_after_another, pop_and_insert, modular_places, swapped_slices)
