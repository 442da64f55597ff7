import random

seed, k, m, members, coins = map(int, input().split())
rng = random.Random(seed)
names = []
while len(names) < k:
    name = "".join(rng.choice("acehiklmoprstu") for _ in range(rng.randint(3, 6)))
    if name not in names:
        names.append(name)
print(k, m)
for name in names:
    print(name, rng.randint(1, members))
months = []
left = 20000
for _ in range(m):
    months.append(min(left, rng.randint(coins // 2, coins)))
    left -= months[-1]
print(*months)
