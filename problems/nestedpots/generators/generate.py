import random

seed, n, g, low, high = map(int, input().split())
rng = random.Random(seed)
print(n, g)
print(*[rng.randint(low, high) for _ in range(n)])
