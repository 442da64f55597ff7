import random

seed, n, q, grid, low, high = map(int, input().split())
rng = random.Random(seed)


def show(t):
    return f"{t // 60:02d}:{t % 60:02d}"


print(n, q)
for _ in range(n):
    zone = rng.choice([0, 60, 120, 210, 330, 345, 480, 570, 840, rng.randint(0, 840)])
    a = rng.randrange(0, 1440, grid)
    b = (a + min(1439, grid * rng.randint(low, high))) % 1440
    if a == b:
        b = (a + 1439) % 1440
    print(rng.choice("+-") + show(zone), show(a), show(b))
print(*[rng.randint(1, 600) if grid > 1 or i else 1 for i in range(q)])
