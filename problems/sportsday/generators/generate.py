import random

seed, k, m, top, absent = map(int, input().split())
rng = random.Random(seed)
names = []
seen = set()
while len(names) < k:
    name = "".join(rng.choice("abdeilmnorst") for _ in range(rng.randint(2, 5)))
    if name not in seen:
        seen.add(name)
        names.append(name)
contests = ["race", "throw", "jump", "swim", "climb", "sack", "hoop", "egg", "rope", "kick"]
print(k, m)
print(*names)
for i in range(m):
    way = rng.choice(["most", "least"])
    results = ["x" if rng.randint(1, 100) <= absent else str(rng.randint(0, top)) for _ in range(k)]
    print(contests[i % 10], way, *results)
