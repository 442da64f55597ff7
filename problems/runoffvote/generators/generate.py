import random

seed, c, n, size, bias = map(int, input().split())
rng = random.Random(seed)
names = []
while len(names) < c:
    name = "".join(rng.choice("abdehiklmnorstu") for _ in range(rng.randint(2, 5)))
    if name not in names:
        names.append(name)
print(c, n)
print(*names)
pool = []
for i in range(1, c + 1):
    pool += [i] * rng.randint(1, bias)
for _ in range(n):
    ballot = []
    for _ in range(rng.randint((size + 1) // 2, size)):
        x = rng.choice(pool)
        if x not in ballot:
            ballot.append(x)
    print(*ballot)
