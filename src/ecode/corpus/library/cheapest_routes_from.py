"""Cheapest routes from one vertex along directed edges."""

from ecode.corpus.kernel import Int, Ints, Kernel, Rows

KERNEL = Kernel(
    title="Cheapest routes",
    statement="The rows of $e$ are directed edges from $u$ to $v$ with cost $w$, between the vertices $1, \\ldots, n$. For each vertex find the smallest total cost of a route from vertex 1 to it, or $-1$ if there is no route; for vertex 1 itself it is 0.",
    inputs=(Int("n", 1, 200), Rows("e", ("u", "v", "w"), 1, 1000, 0)),
    output=Ints("costs", -1),
    output_text="one number for each vertex, in order",
    tags=("graphs", "shortest paths"),
    difficulty=1500,
    sizes=(4, 15, 65),
)


def generate(rng, size):
    n = min(200, size)
    names = list(range(2, n + 1))
    rng.shuffle(names)
    names = [1] + names
    edges = []
    for i in range(1, n):
        if rng.random() < 0.95:
            edges.append((names[rng.randint(max(0, i - 3), i - 1)], names[i], rng.randint(1, 20)))
    high = rng.choice([10, 200, 1000])
    for _ in range(rng.choice([1, 3, 5]) * n):
        edges.append((rng.randint(1, n), rng.randint(1, n), rng.randint(1, high)))
    rng.shuffle(edges)
    return n, edges


def all_pairs_of_vertices(n, e):
    INF = float("inf")
    d = [[INF] * (n + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        d[i][i] = 0
    for u, v, w in e:
        d[u][v] = min(d[u][v], w)
    for k in range(1, n + 1):
        for i in range(1, n + 1):
            for j in range(1, n + 1):
                if d[i][k] + d[k][j] < d[i][j]:
                    d[i][j] = d[i][k] + d[k][j]
    return [x if x < INF else -1 for x in d[1][1:]]


def rounds_over_all_edges(n, edges):
    dist = {1: 0}
    for _ in range(n - 1):
        for a, b, c in edges:
            if a in dist:
                if b not in dist or dist[a] + c < dist[b]:
                    dist[b] = dist[a] + c
    answer = []
    for v in range(1, n + 1):
        answer.append(dist.get(v, -1))
    return answer


def closest_by_scan(n, arcs):
    big = 10 ** 9
    cost = [big] * (n + 1)
    cost[1] = 0
    left = set(range(1, n + 1))
    while left:
        x = min(left, key=lambda v: cost[v])
        left.remove(x)
        if cost[x] == big:
            break
        for u, v, w in arcs:
            if u == x and cost[x] + w < cost[v]:
                cost[v] = cost[x] + w
    return [-1 if c == big else c for c in cost[1:]]


def heap_of_routes(n, e):
    from heapq import heappop, heappush
    out = [[] for _ in range(n + 1)]
    for u, v, w in e:
        out[u].append((v, w))
    final = [-1] * (n + 1)
    heap = [(0, 1)]
    while heap:
        d, u = heappop(heap)
        if final[u] == -1:
            final[u] = d
            for v, w in out[u]:
                if final[v] == -1:
                    heappush(heap, (d + w, v))
    return final[1:]


WAYS = (all_pairs_of_vertices, (rounds_over_all_edges, closest_by_scan), heap_of_routes)
