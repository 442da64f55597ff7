import random

seed, n, t, rounds = map(int, input().split())
rng = random.Random(seed)
x = []
for _ in range(n):
    v = rng.randrange(2 ** t)
    for _ in range(rng.randint(0, rounds)):
        v &= rng.randrange(2 ** t)
    if rng.randint(0, 3) == 0:
        v = 2 ** t - 1 - v
    x.append(v)
print(n, t)
print(*x)
