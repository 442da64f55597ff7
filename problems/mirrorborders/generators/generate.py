import random

seed, n, kind, letters = map(int, input().split())
rng = random.Random(seed)
abc = "abcdefghijklmnopqrstuvwxyz"[:letters]
if kind == 0:
    s = "".join(rng.choice(abc) for _ in range(n))
elif kind == 1:
    # a short block again and again, with some errors
    block = "".join(rng.choice(abc) for _ in range(5))
    block += block[::-1]
    s = (block * n)[:n]
    for _ in range(3):
        i = rng.randint(0, n - 1)
        s = s[:i] + rng.choice(abc) + s[i + 1:]
else:
    s = ""
    while len(s) < n:
        s += rng.choice(abc) * rng.randint(1, 60)
        if rng.randint(0, 2) == 0:
            s += s[::-1]
    s = s[:n]
print(n)
print(s)
