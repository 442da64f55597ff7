import random

seed, n, m, soups = map(int, input().split())
rng = random.Random(seed)
print(n, m)
print(*[rng.randint(1, soups) for _ in range(n)])
