import random

seed, q, high, low_width, width, bases, ks = map(int, input().split())
rng = random.Random(seed)
print(q)
for _ in range(q):
    w = rng.randint(low_width, width)
    a = rng.randint(0, high - w)
    print(a, a + w, rng.randint(2, bases), rng.randint(1, ks))
