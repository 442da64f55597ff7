import random

seed, n, q, low, high, most, odd = map(int, input().split())
rng = random.Random(seed)
s = [rng.randint(low, high) for _ in range(n)]
if odd == 0:
    s = [max(2, x - x % 2) for x in s]
print(n, q)
print(*s)
print(*[rng.randint(1, most) for _ in range(q)])
