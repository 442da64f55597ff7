import random

seed, n, g, last, longest, most = map(int, input().split())
rng = random.Random(seed)
print(n, g)
for _ in range(n):
    b = rng.randint(0, last - 1)
    print(b, min(last, b + rng.randint(1, longest)), rng.randint(1, most))
