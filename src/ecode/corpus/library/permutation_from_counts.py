"""Rebuild a permutation from its counts of smaller elements behind."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Permutation from counts",
    statement="For a permutation $p$ of $1, \\dots, n$ the list $c$ says how many elements behind $p_i$ are smaller than $p_i$, so that $0 \\le c_i \\le n - i$ with $i$ counted from 1. Find $p$.",
    inputs=(Ints("c", 0, 5000),),
    output=Ints("p"),
    output_text="the permutation",
    tags=("permutations", "fenwick tree"),
    difficulty=1500,
    sizes=(6, 40, 230),
)


def generate(rng, size):
    kind = rng.randrange(8)
    if kind == 0:
        c = [0] * size
    elif kind == 1:
        c = [size - 1 - i for i in range(size)]
    else:
        c = [rng.randint(0, size - 1 - i) for i in range(size)]
    return (c,)


def count_unused_numbers(c):
    p = []
    for k in c:
        v = 0
        left = k + 1
        while left > 0:
            v += 1
            if v not in p:
                left -= 1
        p.append(v)
    return p


def flags_of_used(counts):
    n = len(counts)
    used = [False] * (n + 1)
    result = []
    for k in counts:
        skipped = 0
        for v in range(1, n + 1):
            if used[v]:
                continue
            if skipped == k:
                used[v] = True
                result.append(v)
                break
            skipped += 1
    return result


def shift_the_later_ones(c):
    # from behind: a new element pushes up all that are at least as large
    tail = []
    for k in reversed(c):
        tail = [t + 1 if t > k else t for t in tail]
        tail.append(k + 1)
    return tail[::-1]


def pop_from_rest(c):
    rest = list(range(1, len(c) + 1))
    return [rest.pop(k) for k in c]


def fenwick_descent(c):
    n = len(c)
    tree = [i & -i for i in range(n + 1)]
    top = 1 << n.bit_length()
    perm = []
    for k in c:
        pos = 0
        step = top
        while step:
            nxt = pos + step
            if nxt <= n and tree[nxt] <= k:
                k -= tree[nxt]
                pos = nxt
            step >>= 1
        pos += 1
        perm.append(pos)
        while pos <= n:
            tree[pos] -= 1
            pos += pos & -pos
    return perm


WAYS = (count_unused_numbers, (flags_of_used, shift_the_later_ones), fenwick_descent, pop_from_rest)
