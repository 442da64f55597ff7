import random

seed, n, q, start, low, high, most = map(int, input().split())
rng = random.Random(seed)
print(n, q)
for _ in range(n):
    print(rng.randint(0, start), rng.randint(low, high))
print(*[rng.randint(1, most) for _ in range(q)])
