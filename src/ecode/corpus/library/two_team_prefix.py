"""Longest beginning of a list of quarrels that two teams can settle."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Two teams",
    statement="The rows of $e$ name pairs of different people among $1, \\ldots, n$ who must be put in different teams. There are only two teams. Find the largest number $k$ such that the first $k$ rows can all be satisfied together.",
    inputs=(Int("n", 2, 1000), Rows("e", ("u", "v"), 1, 1000, 1)),
    output=Int("k"),
    output_text="the largest such $k$",
    tags=("graphs", "union-find", "binary search"),
    difficulty=1600,
    sizes=(5, 30, 130),
)


def generate(rng, size):
    n = min(1000, max(2, size * 3 // 4))
    side = [rng.random() < 0.5 for _ in range(n + 1)]
    side[1], side[2] = True, False
    ones = [v for v in range(1, n + 1) if side[v]]
    twos = [v for v in range(1, n + 1) if not side[v]]
    rows = []
    for _ in range(size):
        u, v = rng.choice(ones), rng.choice(twos)
        rows.append((u, v) if rng.random() < 0.5 else (v, u))
    if n > 2 and rng.random() < 0.8:
        at = rng.randint(size // 2, size - 1)
        for i in range(at, size, 2 if size > 10 else 1):
            u, v = rng.sample(range(1, n + 1), 2)
            rows[i] = (u, v)
    return n, rows


def colour_each_beginning(n, e):
    k = 0
    while k < len(e):
        rows = e[:k + 1]
        colour = {}
        good = True
        for s in range(1, n + 1):
            if s in colour:
                continue
            colour[s] = 0
            queue = [s]
            while queue:
                x = queue.pop(0)
                for u, v in rows:
                    if x == u or x == v:
                        y = v if x == u else u
                        if y not in colour:
                            colour[y] = 1 - colour[x]
                            queue.append(y)
                        elif colour[y] == colour[x]:
                            good = False
        if not good:
            break
        k += 1
    return k


def halve_and_colour(n, pairs):
    def possible(k):
        adj = [[] for _ in range(n + 1)]
        for u, v in pairs[:k]:
            adj[u].append(v)
            adj[v].append(u)
        team = [-1] * (n + 1)
        for s in range(1, n + 1):
            if team[s] == -1:
                team[s] = 0
                stack = [s]
                while stack:
                    x = stack.pop()
                    for y in adj[x]:
                        if team[y] == team[x]:
                            return False
                        if team[y] == -1:
                            team[y] = 1 - team[x]
                            stack.append(y)
        return True

    lo, hi = 0, len(pairs)
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if possible(mid):
            lo = mid
        else:
            hi = mid - 1
    return lo


def person_and_opponent(n, e):
    # node v: v is in team one; node v + n: v is in team two
    parent = list(range(2 * n + 1))

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    k = 0
    for u, v in e:
        a, b = find(u), find(v)
        if a == b:
            break
        parent[a] = find(v + n)
        parent[b] = find(u + n)
        k += 1
    return k


WAYS = (colour_each_beginning, halve_and_colour, person_and_opponent)
