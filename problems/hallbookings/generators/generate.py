import random

seed, n, days, step, longest, back = map(int, input().split())
rng = random.Random(seed)


def show(t):
    return f"{t // 60:02d}:{t % 60:02d}"


print(n)
granted = []
for i in range(1, n + 1):
    if granted and rng.randint(1, 100) <= back:
        k = granted.pop(rng.randrange(len(granted)))
        print("back", k[0])
        continue
    day = rng.randint(1, days)
    size = step * rng.randint(1, longest)
    a = rng.randrange(0, 1440 - size + 1, step)
    if not any(g[1] == day and g[2] < a + size and a < g[3] for g in granted):
        granted.append((i, day, a, a + size))
    print("want", day, show(a), show(a + size))
