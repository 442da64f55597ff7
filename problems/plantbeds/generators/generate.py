import random

seed, r, c, m, q, most, low = map(int, input().split())
rng = random.Random(seed)
print(r, c, m, q)
for _ in range(r):
    print(*[rng.randint(0, most) for _ in range(c)])
print(*[rng.randint(low, min(r, c)) for _ in range(q)])
