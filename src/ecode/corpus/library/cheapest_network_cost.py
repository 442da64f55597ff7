"""Cost of a cheapest network that joins all vertices."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Cheapest network",
    statement="Each row of $e$ is a possible connection between two of the places $1, \\ldots, n$ and its cost. Choose connections of the smallest total cost so that every place can be reached from every other one.",
    inputs=(Int("n", 1, 300), Rows("e", ("u", "v", "w"), 1, 1000, 0)),
    output=Int("cost", -1),
    output_text="the smallest total cost, or $-1$ if the places cannot all be joined",
    tags=("graphs", "greedy", "union-find"),
    difficulty=1500,
    sizes=(4, 20, 110),
)


def generate(rng, size):
    n = min(300, size)
    high = rng.choice([1, 20, 1000])
    rows = []
    for i in range(2, n + 1):
        if rng.random() < 0.999:
            rows.append((i, rng.randint(1, i - 1), rng.randint(1, high)))
    for _ in range(rng.choice([n // 2, 2 * n, 3 * n])):
        rows.append((rng.randint(1, n), rng.randint(1, n), rng.randint(1, high)))
    if n > 1 and rng.random() < 0.08:
        rows = [r for r in rows if r[0] != n and r[1] != n]
    rng.shuffle(rows)
    return n, rows


def cheapest_edge_outwards(n, e):
    inside = [1]
    total = 0
    while len(inside) < n:
        best = None
        for u, v, w in e:
            if (u in inside) != (v in inside):
                if best is None or w < best[2]:
                    best = (u, v, w)
        if best is None:
            total = -1
            break
        total += best[2]
        if best[0] in inside:
            inside.append(best[1])
        else:
            inside.append(best[0])
    return total


def relabel_the_groups(n, rows):
    group = {v: v for v in range(1, n + 1)}
    cost = 0
    for u, v, w in sorted(rows, key=lambda r: r[2]):
        if group[u] != group[v]:
            cost += w
            gone, stays = group[u], group[v]
            for x in group:
                if group[x] == gone:
                    group[x] = stays
    return cost if len(set(group.values())) == 1 else -1


def sorted_edges_and_roots(n, e):
    root = list(range(n + 1))

    def top(x):
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    need = n - 1
    total = 0
    e.sort(key=lambda t: t[2])
    for u, v, w in e:
        if need == 0:
            break
        a = top(u)
        b = top(v)
        if a != b:
            root[a] = b
            total += w
            need -= 1
    return total if need == 0 else -1


def heap_from_one_place(n, e):
    import heapq
    adj = [[] for _ in range(n + 1)]
    for u, v, w in e:
        adj[u].append((w, v))
        adj[v].append((w, u))
    heap = [(0, 1)]
    seen = set()
    cost = 0
    while heap and len(seen) < n:
        w, x = heapq.heappop(heap)
        if x in seen:
            continue
        seen.add(x)
        cost += w
        for item in adj[x]:
            if item[1] not in seen:
                heapq.heappush(heap, item)
    return cost if len(seen) == n else -1


WAYS = (cheapest_edge_outwards, relabel_the_groups, (sorted_edges_and_roots, heap_from_one_place))
