"""Find for each element the length of its cycle in a permutation."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Lengths of the cycles",
    statement="$p$ is a permutation of $1, \\dots, n$. From $i$ one step leads to $p_i$. For each $i$ find the smallest positive number of steps that lead from $i$ back to $i$.",
    inputs=(Ints("p", 1, 2000, 1, "permutation"),),
    output=Ints("steps"),
    output_text="the number of steps for each i from 1 to n",
    tags=("permutations", "cycles"),
    difficulty=1200,
    sizes=(7, 60, 480),
)


def generate(rng, size):
    p = list(range(1, size + 1))
    kind = rng.choice([0, 1, 1, 1, 2, 3 if size < 100 else 1])
    if kind < 3:
        rng.shuffle(p)
    if kind == 1:
        order, p = p, [0] * size
        for i in range(size):
            p[order[i] - 1] = order[(i + 1) % size]
    return (p,)


def walk_from_each(p):
    steps = []
    for i in range(1, len(p) + 1):
        count = 1
        where = p[i - 1]
        while where != i:
            where = p[where - 1]
            count += 1
        steps.append(count)
    return steps


def collect_the_cycle(perm):
    res = []
    for start in range(len(perm)):
        cycle = []
        cur = start
        while cur not in cycle[:1]:
            cycle.append(cur)
            cur = perm[cur] - 1
        res.append(len(cycle))
    return res


def mark_whole_cycles(p):
    n = len(p)
    length = [0] * n
    for i in range(n):
        if length[i] == 0:
            members = [i]
            j = p[i] - 1
            while j != i:
                members.append(j)
                j = p[j] - 1
            for m in members:
                length[m] = len(members)
    return length


def unite_and_count(p):
    n = len(p)
    leader = list(range(n))

    def find(x):
        while leader[x] != x:
            leader[x] = leader[leader[x]]
            x = leader[x]
        return x

    for i, t in enumerate(p):
        leader[find(i)] = find(t - 1)
    roots = [find(i) for i in range(n)]
    size = [0] * n
    for r in roots:
        size[r] += 1
    return [size[r] for r in roots]


WAYS = (collect_the_cycle, walk_from_each, unite_and_count, mark_whole_cycles)
