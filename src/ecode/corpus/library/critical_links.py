"""Edges whose removal splits a graph."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Critical links",
    statement="The rows of $e$ are the edges of an undirected graph with the vertices $1, \\ldots, n$; each row has $u < v$ and no row is repeated. An edge is critical if there is no path between its ends without it. List the critical edges.",
    inputs=(Int("n", 1, 400), Rows("e", ("u", "v"), 1, 400, 0)),
    output=Rows("critical", ("u", "v"), 1, 400),
    output_text="the critical edges in the order in which they are given",
    tags=("graphs", "depth-first search"),
    difficulty=1900,
    sizes=(5, 20, 70),
)


def generate(rng, size):
    n = min(400, size)
    edges = set()
    near = rng.choice([2, 6, n])
    for i in range(2, n + 1):
        if rng.random() < 0.96:
            edges.add((rng.randint(max(1, i - near), i - 1), i))
    for _ in range(rng.choice([1, n // 4, n // 2])):
        if n > 1:
            edges.add(tuple(sorted(rng.sample(range(1, n + 1), 2))))
    rows = sorted(edges)
    rng.shuffle(rows)
    return n, rows


def remove_and_search(n, e):
    critical = []
    for skip in range(len(e)):
        rest = e[:skip] + e[skip + 1:]
        a, b = e[skip]
        reached = [a]
        for x in reached:
            for u, v in rest:
                if u == x and v not in reached:
                    reached.append(v)
                if v == x and u not in reached:
                    reached.append(u)
        if b not in reached:
            critical.append((a, b))
    return critical


def join_all_but_one(n, edges):
    out = []
    for k, (a, b) in enumerate(edges):
        boss = list(range(n + 1))
        for i, (u, v) in enumerate(edges):
            if i == k:
                continue
            while boss[u] != u:
                boss[u] = boss[boss[u]]
                u = boss[u]
            while boss[v] != v:
                boss[v] = boss[boss[v]]
                v = boss[v]
            boss[u] = v
        while boss[a] != a:
            a = boss[a]
        while boss[b] != b:
            b = boss[b]
        if a != b:
            out.append(edges[k])
    return out


def lowest_reachable(n, e):
    adj = [[] for _ in range(n + 1)]
    for i, (u, v) in enumerate(e):
        adj[u].append((v, i))
        adj[v].append((u, i))
    entered = [0] * (n + 1)
    low = [0] * (n + 1)
    bridge = [False] * len(e)
    clock = 0
    for root in range(1, n + 1):
        if entered[root]:
            continue
        clock += 1
        entered[root] = low[root] = clock
        stack = [(root, -1, iter(adj[root]))]
        while stack:
            x, came, rest = stack[-1]
            step = next(rest, None)
            if step is None:
                stack.pop()
                if stack:
                    up = stack[-1][0]
                    low[up] = min(low[up], low[x])
                    if low[x] > entered[up]:
                        bridge[came] = True
            elif step[1] != came:
                y, i = step
                if entered[y]:
                    low[x] = min(low[x], entered[y])
                else:
                    clock += 1
                    entered[y] = low[y] = clock
                    stack.append((y, i, iter(adj[y])))
    return [edge for edge, flag in zip(e, bridge) if flag]


def sum_of_cycle_marks(n, e):
    # spanning forest; each other edge puts its own bit on both ends
    adj = [[] for _ in range(n + 1)]
    for i, (u, v) in enumerate(e):
        adj[u].append((v, i))
        adj[v].append((u, i))
    above = [None] * (n + 1)
    order = []
    mark = [0] * (n + 1)
    tree = set()
    for root in range(1, n + 1):
        if above[root] is None:
            above[root] = (0, -1)
            stack = [root]
            while stack:
                x = stack.pop()
                order.append(x)
                for y, i in adj[x]:
                    if above[y] is None:
                        above[y] = (x, i)
                        tree.add(i)
                        stack.append(y)
    for i, (u, v) in enumerate(e):
        if i not in tree:
            mark[u] ^= 1 << i
            mark[v] ^= 1 << i
    critical = set()
    for x in reversed(order):
        parent, i = above[x]
        if i >= 0:
            if mark[x] == 0:
                critical.add(i)
            mark[parent] ^= mark[x]
    return [e[i] for i in range(len(e)) if i in critical]


WAYS = (remove_and_search, join_all_but_one, (lowest_reachable, sum_of_cycle_marks))
