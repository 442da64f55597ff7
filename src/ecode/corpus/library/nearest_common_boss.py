"""Lowest common ancestors of pairs in a tree."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Nearest common boss",
    statement="In a tree with the nodes $1, \\ldots, n$ and the root 1 the list $p$ holds the parents: $p_1 = 0$ and $p_i < i$ for $i > 1$. A node counts as its own ancestor. For each row $(u, v)$ of $q$ find the common ancestor of $u$ and $v$ that is farthest from the root.",
    inputs=(Ints("p", 0, 1000), Rows("q", ("u", "v"), 1, 1000, 1)),
    output=Ints("ancestors"),
    output_text="the ancestor for each row, in order",
    tags=("trees",),
    difficulty=1500,
    sizes=(5, 40, 380),
)


def generate(rng, size):
    n = min(1000, size)
    near = rng.choice([2, 2, 4, 6])
    p = [0] + [rng.randint(max(1, i - near), i - 1) for i in range(2, n + 1)]
    low = rng.choice([1, max(1, n // 2)])
    return p, [(rng.randint(low, n), rng.randint(low, n)) for _ in range(size)]


def compare_ancestor_lists(p, q):
    result = []
    for u, v in q:
        above_u = []
        while u:
            above_u.append(u)
            u = p[u - 1]
        above_v = []
        while v:
            above_v.append(v)
            v = p[v - 1]
        for x in above_u:
            if x in above_v:
                result.append(x)
                break
    return result


def mark_and_climb(parent, pairs):
    out = []
    for a, b in pairs:
        marked = set()
        while a != 0:
            marked.add(a)
            a = parent[a - 1]
        while b not in marked:
            b = parent[b - 1]
        out.append(b)
    return out


def larger_one_climbs(p, q):
    # parents have smaller numbers, so the larger node is never the answer unless equal
    ans = []
    for u, v in q:
        while u != v:
            if u > v:
                u = p[u - 1]
            else:
                v = p[v - 1]
        ans.append(u)
    return ans


def jump_pointers(p, q):
    n = len(p)
    depth = [0] * (n + 1)
    jump = [0] * (n + 1)
    up = [0] + p
    depth[1], jump[1], up[1] = 1, 1, 1
    for v in range(2, n + 1):
        a = up[v]
        b = jump[a]
        depth[v] = depth[a] + 1
        jump[v] = jump[b] if depth[a] - depth[b] == depth[b] - depth[jump[b]] else a
    res = []
    for u, v in q:
        if depth[u] < depth[v]:
            u, v = v, u
        while depth[u] > depth[v]:
            u = jump[u] if depth[jump[u]] >= depth[v] else up[u]
        while u != v:
            if jump[u] != jump[v]:
                u, v = jump[u], jump[v]
            else:
                u, v = up[u], up[v]
        res.append(u)
    return res


WAYS = (compare_ancestor_lists, mark_and_climb, larger_one_climbs, jump_pointers)
