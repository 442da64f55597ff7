import random

seed, n, low, high = map(int, input().split())
rng = random.Random(seed)
print(n)
print(*[rng.randint(low, high) for _ in range(n)])
