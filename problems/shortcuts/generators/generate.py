import random

seed, n, letters, low, high, deep = map(int, input().split())
rng = random.Random(seed)
alphabet = "aeinorstlmdkubcghpvyfwzxjq"[:letters]
names = []
seen = set()
while len(names) < n:
    if names and rng.randint(1, 100) <= deep:
        old = rng.choice(names)
        start = old[: rng.randint(0, len(old))]
    else:
        start = ""
    name = (start + "".join(rng.choice(alphabet) for _ in range(rng.randint(low, high))))[:40]
    if name not in seen:
        seen.add(name)
        names.append(name)
print(n)
for name in names:
    print(name)
