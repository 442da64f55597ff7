import random

seed, n, low, high, colours, kinds = map(int, input().split())
rng = random.Random(seed)
letters = "abcdefghijklmnopqrstuvwxyz"[:colours]
base = []
for _ in range(kinds):
    size = rng.randint(low, high)
    base.append("".join(rng.choice(letters) for _ in range(size)))
print(n)
for _ in range(n):
    w = rng.choice(base)
    k = rng.randint(0, len(w) - 1)
    print(w[k:] + w[:k])
