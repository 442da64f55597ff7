"""Length of a longest path in a tree with weighted edges."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Longest path in a tree",
    statement="The rows of $e$ are the edges of a tree: $(u, v, w)$ joins the vertices $u$ and $v$ and has the length $w$. The vertices are $1, \\ldots, n$ and there are $n - 1$ rows. Find the greatest total length of a path between two vertices, 0 if $n = 1$.",
    inputs=(Int("n", 1, 1000), Rows("e", ("u", "v", "w"), 1, 1000, 0)),
    output=Int("length"),
    output_text="the greatest length of a path",
    tags=("trees", "graph traversal"),
    difficulty=1400,
    sizes=(5, 25, 130),
)


def generate(rng, size):
    n = min(1000, size)
    names = list(range(1, n + 1))
    rng.shuffle(names)
    near = rng.choice([1, 2, 5, n])
    high = rng.choice([1, 10, 1000])
    edges = []
    for i in range(1, n):
        pair = [names[i], names[rng.randint(max(0, i - near), i - 1)]]
        rng.shuffle(pair)
        edges.append((pair[0], pair[1], rng.randint(1, high)))
    rng.shuffle(edges)
    return n, edges


def from_every_vertex(n, e):
    best = 0
    for start in range(1, n + 1):
        dist = {start: 0}
        waiting = list(e)
        while waiting:
            later = []
            for u, v, w in waiting:
                if u in dist:
                    dist[v] = dist[u] + w
                elif v in dist:
                    dist[u] = dist[v] + w
                else:
                    later.append((u, v, w))
            waiting = later
        best = max(best, max(dist.values()))
    return best


def walk_from_each(n, edges):
    adj = {i: [] for i in range(1, n + 1)}
    for a, b, c in edges:
        adj[a].append((b, c))
        adj[b].append((a, c))
    longest = 0
    for root in adj:
        stack = [(root, 0, 0)]
        while stack:
            x, before, d = stack.pop()
            if d > longest:
                longest = d
            for y, c in adj[x]:
                if y != before:
                    stack.append((y, x, d + c))
    return longest


def farthest_of_farthest(n, e):
    nb = [[] for _ in range(n + 1)]
    for u, v, w in e:
        nb[u].append((v, w))
        nb[v].append((u, w))

    def farthest(s):
        top, who = 0, s
        todo = [(s, 0, 0)]
        while todo:
            x, came, d = todo.pop()
            if d > top:
                top, who = d, x
            for y, w in nb[x]:
                if y != came:
                    todo.append((y, x, d + w))
        return top, who

    return farthest(farthest(1)[1])[0]


def peel_the_leaves(n, e):
    links = [{} for _ in range(n + 1)]
    for u, v, w in e:
        links[u][v] = w
        links[v][u] = w
    deep = [0] * (n + 1)
    best = 0
    leaves = [v for v in range(1, n + 1) if len(links[v]) == 1]
    for leaf in leaves:
        for up, w in links[leaf].items():
            d = deep[leaf] + w
            if deep[up] + d > best:
                best = deep[up] + d
            if d > deep[up]:
                deep[up] = d
            del links[up][leaf]
            if len(links[up]) == 1:
                leaves.append(up)
        links[leaf] = {}
    return best


WAYS = (from_every_vertex, walk_from_each, (farthest_of_farthest, peel_the_leaves))
