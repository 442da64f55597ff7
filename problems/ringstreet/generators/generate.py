import random

seed, n, q, top = map(int, input().split())
rng = random.Random(seed)
print(n, q)
print(*[rng.randint(0, top) for _ in range(n)])
for _ in range(q):
    print(rng.randint(1, n), rng.randint(1, n))
