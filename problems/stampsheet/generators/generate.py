import random

seed, k, q, low, high, copies, most = map(int, input().split())
rng = random.Random(seed)
print(k, q)
for _ in range(k):
    print(rng.randint(low, high), rng.randint(1, copies))
print(*[rng.randint(1, most) for _ in range(q)])
