import random

seed, b, n, seats, size, off, go = map(int, input().split())
rng = random.Random(seed)
print(b, n)
print(*[rng.randint((seats + 1) // 2, seats) for _ in range(b)])
groups = []
seen = set()
for _ in range(n):
    dice = rng.randint(1, 100)
    if groups and dice <= off:
        print("off", rng.choice(groups))
    elif dice <= off + go:
        print("go", rng.randint(1, b))
    else:
        name = ""
        while name in seen or not name:
            name = "".join(rng.choice("abdegiklmnoprstuy") for _ in range(rng.randint(2, 4)))
        seen.add(name)
        groups.append(name)
        print("on", name, rng.randint((size + 1) // 3 + 1, max(size, (size + 1) // 3 + 1)))
