"""Sum of the values below each node of a tree."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Totals of subtrees",
    statement="A tree has the nodes $1, \\ldots, n$ and the root 1. The list $p$ has $n$ elements: $p_1 = 0$ and, for $i > 1$, $p_i < i$ is the parent of node $i$. The list $w$, of the same length, holds the values of the nodes. For each node add up the values of the node and of all nodes below it.",
    inputs=(Ints("p", 0, 1000), Ints("w", -1000, 1000)),
    output=Ints("totals", -(10**6), 10**6),
    output_text="one total for each node, in order",
    tags=("trees",),
    difficulty=1200,
    sizes=(5, 40, 250),
)


def generate(rng, size):
    n = min(1000, size)
    kind = rng.choice([1, 3, 10, n])
    p = [0] + [rng.randint(max(1, i - kind), i - 1) for i in range(2, n + 1)]
    return p, [rng.randint(rng.choice([-1000, 0]), 1000) for _ in range(n)]


def ancestors_of_each(p, w):
    n = len(p)
    totals = []
    for v in range(1, n + 1):
        total = 0
        for x in range(1, n + 1):
            # does the way up from x meet v?
            y = x
            while y > v:
                y = p[y - 1]
            if y == v:
                total += w[x - 1]
        totals.append(total)
    return totals


def collect_descendants(parent, value):
    n = len(parent)
    out = []
    for node in range(1, n + 1):
        below = [node]
        for b in below:
            for child in range(b + 1, n + 1):
                if parent[child - 1] == b:
                    below.append(child)
        out.append(sum(value[b - 1] for b in below))
    return out


def climb_and_add(p, w):
    ans = [0] * len(p)
    for i in range(len(p)):
        v = i + 1
        while v != 0:
            ans[v - 1] += w[i]
            v = p[v - 1]
    return ans


def children_before_parents(par, val):
    total = list(val)
    for i in range(len(par) - 1, 0, -1):
        total[par[i] - 1] += total[i]
    return total


WAYS = ((ancestors_of_each, collect_descendants), climb_and_add, children_before_parents)
