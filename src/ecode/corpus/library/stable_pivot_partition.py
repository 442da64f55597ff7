"""Partition a list by a pivot without changing the order inside the parts."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Partition by a pivot",
    statement="Rearrange $a$ so that all elements smaller than $x$ come first, then those equal to $x$, then the larger ones. Inside each of the three parts the elements keep the order which they have in $a$.",
    inputs=(Ints("a", 0, 10**5), Int("x", 0, 10**5)),
    output=Ints("result"),
    output_text="the rearranged list",
    tags=("sorting", "simulation"),
    difficulty=900,
    sizes=(7, 50, 420),
)


def generate(rng, size):
    high = rng.choice([4, 20, 10**5])
    a = [rng.randint(0, high) for _ in range(size)]
    return a, rng.choice([rng.choice(a), high // 2, high // 2, rng.randint(0, high)])


def swap_neighbours(a, x):
    changed = True
    while changed:
        changed = False
        for i in range(len(a) - 1):
            left = 0 if a[i] < x else 1 if a[i] == x else 2
            right = 0 if a[i + 1] < x else 1 if a[i + 1] == x else 2
            if left > right:
                a[i], a[i + 1] = a[i + 1], a[i]
                changed = True
    return a


def insertion_by_class(values, pivot):
    def kind(v):
        return (v > pivot) - (v < pivot)

    out = []
    for v in values:
        at = len(out)
        while at > 0 and kind(out[at - 1]) > kind(v):
            at -= 1
        out.insert(at, v)
    return out


def move_to_the_parts(a, x):
    work = a[:]
    low = 0
    equal = 0
    for i in range(len(work)):
        v = work[i]
        if v < x:
            work.pop(i)
            work.insert(low, v)
            low += 1
        elif v == x:
            work.pop(i)
            work.insert(low + equal, v)
            equal += 1
    return work


def three_lists(nums, p):
    less, same, more = [], [], []
    for n in nums:
        if n < p:
            less.append(n)
        elif n > p:
            more.append(n)
        else:
            same.append(n)
    return less + same + more


def filtered_three_times(a, x):
    return [v for v in a if v < x] + [x] * a.count(x) + [v for v in a if v > x]


WAYS = (swap_neighbours, insertion_by_class, (move_to_the_parts, three_lists, filtered_three_times))
