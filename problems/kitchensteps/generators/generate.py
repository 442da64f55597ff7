import random

seed, n, m, kind, most = map(int, input().split())
rng = random.Random(seed)
order = list(range(1, n + 1))
if kind != 1:
    rng.shuffle(order)
print(n, m)
print(*[rng.randint(1, most) for _ in range(n)])
for k in range(m):
    if kind == 2 and rng.randint(0, 199) == 0:
        print(rng.randint(1, n), rng.randint(1, n))
        continue
    if kind == 3:
        i = rng.randint(0, n - 1)
        j = min(n - 1, i + rng.randint(0, 2))
        if rng.randint(0, 1):
            i, j = j, i
        print(order[i], order[j])
        continue
    i, j = sorted(rng.sample(range(n), 2))
    print(order[i], order[j])
