import random

seed, n, q, artists, low, high, songs, repeat = map(int, input().split())
rng = random.Random(seed)
names = []
while len(names) < artists:
    name = "".join(rng.choice("abcdeiklmnorstuy") for _ in range(rng.randint(2, 4)))
    if name not in names:
        names.append(name)
print(n, q)
total = 0
for _ in range(n):
    t = rng.randint(low, high)
    total += t
    print(rng.choice(names), f"{t // 60}:{t % 60:02d}")
for _ in range(q):
    print(rng.randint(1, repeat), min(10**6, max(1, rng.randint(songs // 2, songs) * total // n)))
