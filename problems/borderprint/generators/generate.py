import random

seed, n, block, letters, errors = map(int, input().split())
rng = random.Random(seed)
abc = "abcdefghijklmnopqrstuvwxyz"[:letters]
word = "".join(rng.choice(abc) for _ in range(block))
inner = word * rng.randint(1, 6) + rng.choice(abc)
s = list((inner * n)[:n])
for _ in range(errors):
    i = rng.randint(n // 2, n - 1)
    s[i] = rng.choice(abc)
print(n)
print("".join(s))
