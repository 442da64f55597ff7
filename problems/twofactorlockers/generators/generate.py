import random

seed, q, low, high, width = map(int, input().split())
rng = random.Random(seed)
print(q)
for _ in range(q):
    a = rng.randint(low, high)
    b = min(high, a + rng.randint(0, width))
    print(a, b)
