"""Fewest edges from one vertex to all others."""

from ecode.corpus.kernel import Int, Ints, Kernel, Rows

KERNEL = Kernel(
    title="Hops from a start",
    statement="A graph has the vertices $1, \\ldots, n$ and undirected edges given by the rows of $e$. For each vertex find the smallest number of edges on a path from vertex $s$ to it, or $-1$ if there is none.",
    inputs=(Int("n", 1, 1000), Rows("e", ("u", "v"), 1, 1000, 0), Int("s", 1, 1000)),
    output=Ints("hops", -1),
    output_text="one number for each vertex, in order",
    tags=("graphs", "breadth-first search"),
    difficulty=1100,
    sizes=(5, 40, 330),
)


def generate(rng, size):
    n = min(1000, max(1, size))
    names = list(range(1, n + 1))
    rng.shuffle(names)
    edges = []
    kind = rng.choice(["path", "tree", "tree", "random"])
    for i in range(1, n):
        if rng.random() < 0.01:
            continue
        j = max(0, i - rng.randint(1, 3)) if kind == "path" else rng.randint(max(0, i - max(3, n // 12)), i - 1)
        edges.append((names[i], names[j]))
    for _ in range(n // 3 if kind == "random" else n // 20):
        edges.append((rng.randint(1, n), rng.randint(1, n)))
    rng.shuffle(edges)
    return n, [rng.choice([(u, v), (v, u)]) for u, v in edges], rng.choice([names[0], rng.randint(1, n)])


def all_edges_each_round(n, e, s):
    dist = [-1] * (n + 1)
    dist[s] = 0
    step = 0
    found = True
    while found:
        found = False
        for u, v in e:
            if dist[u] == step and dist[v] == -1:
                dist[v] = step + 1
                found = True
            if dist[v] == step and dist[u] == -1:
                dist[u] = step + 1
                found = True
        step += 1
    return dist[1:]


def neighbours_from_edge_list(n, edges, start):
    queue = [start]
    hops = {start: 0}
    while len(queue) > 0:
        cur = queue.pop(0)
        neighbours = [b for a, b in edges if a == cur] + [a for a, b in edges if b == cur]
        for other in neighbours:
            if other not in hops:
                hops[other] = hops[cur] + 1
                queue.append(other)
    return [hops.get(v, -1) for v in range(1, n + 1)]


def queue_of_vertices(n, e, s):
    from collections import deque
    adj = [[] for _ in range(n + 1)]
    for u, v in e:
        adj[u].append(v)
        adj[v].append(u)
    d = [-1] * (n + 1)
    d[s] = 0
    q = deque([s])
    while q:
        x = q.popleft()
        for y in adj[x]:
            if d[y] < 0:
                d[y] = d[x] + 1
                q.append(y)
    return d[1:]


def layer_after_layer(n, links, src):
    from collections import defaultdict
    near = defaultdict(set)
    for a, b in links:
        near[a].add(b)
        near[b].add(a)
    out = [-1] * n
    layer, depth = {src}, 0
    while layer:
        nxt = set()
        for x in layer:
            out[x - 1] = depth
            nxt |= near[x]
        layer = {y for y in nxt if out[y - 1] == -1}
        depth += 1
    return out


WAYS = (neighbours_from_edge_list, (all_edges_each_round, layer_after_layer), queue_of_vertices)
