import random

seed, n, gap, pages, priorities, extra = map(int, input().split())
rng = random.Random(seed)
names = []
seen = set()
t = 0
print(n)
for _ in range(n):
    t = min(10**6, t + rng.randint(0, gap))
    if names and rng.randint(1, 100) <= extra:
        recent = names[-1 - min(rng.randrange(len(names)), rng.randrange(len(names)))]
        print(t, "cancel" if rng.randint(0, 2) == 0 else "raise", recent)
        continue
    name = ""
    while name in seen or not name:
        name = "".join(rng.choice("abcdefghkmnprstuw") for _ in range(rng.randint(1, 3)))
    seen.add(name)
    names.append(name)
    print(t, "send", name, rng.randint(1, pages), rng.randint(1, priorities))
