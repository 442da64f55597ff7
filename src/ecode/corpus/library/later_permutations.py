"""Find the permutation that stands m places later in lexicographic order."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="A later permutation",
    statement="List all permutations of $1, \\dots, n$ in lexicographic order, and after the last one begin again with the first. Find the permutation that follows $p$ after $m$ steps.",
    inputs=(Ints("p", 1, 9, 1, "permutation"), Int("m", 0, 10**5)),
    output=Ints("later"),
    output_text="this permutation",
    tags=("permutations", "combinatorics"),
    difficulty=1500,
    sizes=(4, 6, 8),
)


def generate(rng, size):
    n = max(1, min(9, size))
    p = list(range(1, n + 1))
    rng.shuffle(p)
    if rng.random() < 0.1:
        p.sort(reverse=True)
    m = rng.randint(0, [1, 2, 4, 8, 30, 200, 1000, 4000, 8000, 8000][n])
    return p, m


def next_by_trying_suffixes(p, m):
    n = len(p)
    for _ in range(m):
        done = False
        for cut in range(n - 2, -1, -1):
            larger = sorted(x for x in p[cut + 1:] if x > p[cut])
            if larger:
                head = p[:cut] + [larger[0]]
                p = head + sorted(x for x in p if x not in head)
                done = True
                break
        if not done:
            p = sorted(p)
    return p


def sorted_list_of_all(perm, m):
    from itertools import permutations

    every = sorted(permutations(perm))
    where = every.index(tuple(perm))
    return list(every[(where + m) % len(every)])


def swap_and_reverse(a, times):
    n = len(a)
    while times > 0:
        times -= 1
        i = n - 2
        while i >= 0 and a[i] > a[i + 1]:
            i -= 1
        if i >= 0:
            j = n - 1
            while a[j] < a[i]:
                j -= 1
            a[i], a[j] = a[j], a[i]
        a[i + 1:] = a[i + 1:][::-1]
    return a


def factorial_digits(p, m):
    from math import factorial

    n = len(p)
    rank = 0
    rest = sorted(p)
    for i, x in enumerate(p):
        k = rest.index(x)
        rank += k * factorial(n - 1 - i)
        rest.pop(k)
    rank = (rank + m) % factorial(n)
    rest = sorted(p)
    out = []
    for i in range(n - 1, -1, -1):
        d, rank = divmod(rank, factorial(i))
        out.append(rest.pop(d))
    return out


WAYS = (next_by_trying_suffixes, sorted_list_of_all, swap_and_reverse, factorial_digits)
