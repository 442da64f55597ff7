import random

seed, n, minutes, needs, reach, circles = map(int, input().split())
rng = random.Random(seed)
names = []
seen = set()
while len(names) < n:
    name = "".join(rng.choice("abdegiklmnoprstu") for _ in range(rng.randint(2, 3)))
    if name not in seen:
        seen.add(name)
        names.append(name)
order = list(range(n))
rng.shuffle(order)
rows = []
for place, i in enumerate(order):
    pool = order[max(0, place - reach) : place]
    chosen = rng.sample(pool, min(len(pool), rng.randint(0, needs)))
    if n > 1 and rng.randint(1, 1000) <= circles:
        extra = rng.choice(order)
        if extra != i and extra not in chosen and len(chosen) < 6:
            chosen.append(extra)
    rows.append([i, f"{names[i]} {rng.randint(1, minutes)} {len(chosen)} " + " ".join(names[j] for j in chosen)])
rows.sort()
print(n)
for i, text in rows:
    print(text.strip())
