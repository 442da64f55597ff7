import random

seed, a, b, kinds, words, change = map(int, input().split())
rng = random.Random(seed)
stock = ["red", "big", "box", "jar", "tea", "oat", "rye", "old", "tin", "fig", "egg", "ham", "pea", "nut"]
lines = []
seen = set()
while len(lines) < kinds:
    line = " ".join(rng.choice(stock) for _ in range(rng.randint(1, words)))
    if line not in seen or words == 1:
        seen.add(line)
        lines.append(line)
old = [rng.choice(lines) for _ in range(a)]
new = []
i = 0
while len(new) < b:
    if rng.randint(1, 100) <= change or i >= a:
        line = rng.choice(lines)
        if rng.randint(0, 2) == 0:
            line = " ".join(reversed(line.split()))
        new.append(line)
    else:
        new.append(old[i])
    i += rng.choice([0, 1, 1, 1, 2])
print(a, b)
for line in old + new:
    print(line)
