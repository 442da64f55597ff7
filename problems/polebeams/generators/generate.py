import random

seed, n, top, kind = map(int, input().split())
rng = random.Random(seed)
h = [rng.randint(1, top) for _ in range(n)]
if kind == 1:
    h.sort()
if kind == 2:
    k = n // 3
    h = sorted(h[:k]) + sorted(h[k:], reverse=True)
print(n)
print(*h)
