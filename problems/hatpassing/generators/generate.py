import random

seed, n, q, longest, most = map(int, input().split())
rng = random.Random(seed)
order = list(range(1, n + 1))
rng.shuffle(order)
p = [0] * (n + 1)
i = 0
while i < n:
    k = min(n - i, rng.randint(1, longest))
    for j in range(k):
        p[order[i + j]] = order[i + (j + 1) % k]
    i += k
print(n, q)
print(*p[1:])
for _ in range(q):
    kind = rng.choice(("hat", "head", "home"))
    if kind == "home":
        print(kind, rng.randint(0, most))
    else:
        print(kind, rng.randint(1, n), rng.randint(0, most))
