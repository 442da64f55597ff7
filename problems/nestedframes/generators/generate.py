import random

seed, n, sizes, noise, prices = map(int, input().split())
rng = random.Random(seed)
print(n)
for _ in range(n):
    w = rng.randint(1, sizes)
    h = max(1, min(9999, w + rng.randint(-noise, noise)))
    print(w, h, rng.randint(1, prices))
