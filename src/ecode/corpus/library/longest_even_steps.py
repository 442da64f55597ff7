"""Longest arithmetic progression inside a set of numbers."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Longest run of even steps",
    statement="The list $a$ is increasing. Choose as many of its elements as possible so that neighbouring chosen elements all have the same difference. One or two elements are always allowed.",
    inputs=(Ints("a", 0, 10**6, 1, "increasing"),),
    output=Int("length", 1),
    output_text="the largest number of elements that can be chosen",
    tags=("dynamic programming", "hashing"),
    difficulty=1500,
    sizes=(5, 25, 110),
)


def generate(rng, size):
    top = rng.choice([2, 4, 12, 40]) * size
    pool = set(rng.sample(range(top), size))
    if rng.random() < 0.4:
        start, step = rng.randint(0, top // 2), rng.randint(1, 9)
        pool |= {start + i * step for i in range(size // 4)}
    return (sorted(rng.sample(sorted(pool), min(size, len(pool)))),)


def extend_by_list_lookup(a):
    n = len(a)
    best = min(n, 2)
    for i in range(n):
        for j in range(i + 1, n):
            d = a[j] - a[i]
            length = 2
            nxt = a[j] + d
            while nxt in a:
                length += 1
                nxt += d
            best = max(best, length)
    return best


def extend_by_set_lookup(values):
    pool = set(values)
    top = min(len(values), 2)
    for i, x in enumerate(values):
        for y in values[i + 1:]:
            step = y - x
            run, z = 2, y + step
            while z in pool:
                run += 1
                z += step
            if run > top:
                top = run
    return top


def lengths_by_difference(a):
    ends = [dict() for _ in a]
    best = 1
    for j in range(len(a)):
        for i in range(j):
            d = a[j] - a[i]
            ends[j][d] = ends[i].get(d, 1) + 1
            best = max(best, ends[j][d])
    return best


def skip_hopeless_pairs(a):
    n = len(a)
    best = min(2, n)
    here = set(a)
    last = a[-1]
    for i in range(n):
        x = a[i]
        for j in range(i + 1, n):
            d = a[j] - x
            # too wide to beat the best, and all later ones are wider
            if x + d * best > last:
                break
            if x + d * best in here and x - d not in here:
                z = a[j] + d
                k = 2
                while z in here:
                    z += d
                    k += 1
                if k > best:
                    best = k
    return best


WAYS = (extend_by_list_lookup, lengths_by_difference, extend_by_set_lookup, skip_hopeless_pairs)
