import random

seed, n, most, low, high = map(int, input().split())
rng = random.Random(seed)
print(n)
for _ in range(n):
    print(rng.randint(1, most), rng.randint(low, high))
