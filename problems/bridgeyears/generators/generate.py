import random

seed, n, m, kind = map(int, input().split())
rng = random.Random(seed)
edges = []
if kind == 1:
    # a long chain, built in mixed order
    order = list(range(1, n + 1))
    rng.shuffle(order)
    edges = [(order[i], order[i + 1]) for i in range(n - 1)]
    rng.shuffle(edges)
while len(edges) < m:
    edges.append((rng.randint(1, n), rng.randint(1, n)))
edges = edges[:m]
if kind == 2:
    edges = [(max(1, a - a % 7), a) for a, b in edges]
print(n, m)
for a, b in edges:
    print(a, b)
