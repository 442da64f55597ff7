import random

seed, q, low, high, gap = map(int, input().split())
rng = random.Random(seed)
print(q)
for _ in range(q):
    n = rng.randint(low, high)
    s = rng.randint(0, gap)
    r = rng.randint(0, min(n, (n + s) // (s + 1) + 1))
    print(n, r, s)
