import random

seed, n, q, pages, wide = map(int, input().split())
rng = random.Random(seed)
print(n, q)
print(*[rng.randint(1, pages) for _ in range(n)])
for _ in range(q):
    l = rng.randint(1, n)
    r = rng.randint(l, n)
    if wide:
        l, r = rng.randint(1, max(1, n // 3)), rng.randint(n - n // 3, n)
    print(l, r, rng.randint(1, pages))
