import random

seed, n, d, low, high, kind = map(int, input().split())
rng = random.Random(seed)
h = [rng.randint(low, high) for _ in range(n)]
if kind == 1:
    h.sort(reverse=True)
if kind == 2:
    h.sort()
    for _ in range(n // 2):
        i, j = rng.randrange(n), rng.randrange(n)
        h[i], h[j] = h[j], h[i]
print(n, d)
print(*h)
