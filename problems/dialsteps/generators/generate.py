import random

seed, m, a, b, q, low, high = map(int, input().split())
rng = random.Random(seed)
if a < 0:
    a, b = rng.randint(0, m - 1), rng.randint(0, m - 1)
print(m, a, b, q)
for _ in range(q):
    print(rng.randint(0, m - 1), rng.randint(low, high))
