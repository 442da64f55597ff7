"""Count the triangles of a graph."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Triangles of friends",
    statement="The rows of $e$ are different pairs $u < v$ of people among $1, \\ldots, n$ who are friends. Count the groups of three people who are all friends of each other.",
    inputs=(Int("n", 1, 500), Rows("e", ("u", "v"), 1, 500, 0)),
    output=Int("triangles"),
    output_text="the number of such groups",
    tags=("graphs", "bit manipulation"),
    difficulty=1400,
    sizes=(5, 16, 68),
)


def generate(rng, size):
    n = min(500, max(1, size))
    share = 0.05 if n > 100 else rng.choice([0.2, 0.3, 0.36]) if n > 10 else rng.choice([0.4, 0.6, 0.8])
    rows = [(u, v) for u in range(1, n + 1) for v in range(u + 1, n + 1) if rng.random() < share]
    rng.shuffle(rows)
    return n, rows


def try_three_people(n, e):
    friends = set(e)
    count = 0
    for a in range(1, n + 1):
        for b in range(a + 1, n + 1):
            for c in range(b + 1, n + 1):
                if (a, b) in friends and (b, c) in friends and (a, c) in friends:
                    count += 1
    return count


def third_for_each_edge(n, edges):
    adj = [[False] * (n + 1) for _ in range(n + 1)]
    for u, v in edges:
        adj[u][v] = adj[v][u] = True
    total = 0
    for u, v in edges:
        for w in range(1, n + 1):
            if adj[u][w] and adj[v][w]:
                total += 1
    return total // 3


def common_friends(n, e):
    from collections import defaultdict
    later = defaultdict(set)
    for u, v in e:
        later[u].add(v)
    return sum(len(later[u] & later[v]) for u, v in e)


def masks_of_friends(n, e):
    mask = [0] * (n + 1)
    for u, v in e:
        mask[u] |= 1 << v
    res = 0
    for u, v in e:
        res += bin(mask[u] & mask[v]).count("1")
    return res


WAYS = (try_three_people, third_for_each_edge, (common_friends, masks_of_friends))
