import random

seed, n, pages, top = map(int, input().split())
rng = random.Random(seed)
names = set()
order = []
while len(order) < pages:
    name = "/" + "".join(rng.choice("aehiklmoprstu") for _ in range(rng.randint(1, 4)))
    if name not in names:
        names.add(name)
        order.append(name)
base = [rng.randint(0, top // 2) for _ in order]
print(n)
for _ in range(n):
    i = rng.randrange(pages)
    print(order[i], min(60000, base[i] + rng.randint(0, top - top // 2)))
