import random

seed, n, t, last, most = map(int, input().split())
rng = random.Random(seed)
print(n, t)
for a in sorted(rng.randint(0, last) for _ in range(n)):
    print(a, rng.randint(1, most))
