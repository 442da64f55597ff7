import random

seed, s, n, low, high, gaps, longest = map(int, input().split())
rng = random.Random(seed)
names = ["east", "west", "loft", "bed", "door", "tank", "vine", "roof", "soil", "pump", "fan", "wall"]
print(s, n, low, high)
for i in range(s):
    values = []
    v = rng.randint(low, high)
    while len(values) < n:
        if rng.randint(1, 100) <= gaps:
            for _ in range(rng.randint((longest + 1) // 2, longest)):
                kind = rng.randint(0, 7)
                if kind == 0:
                    values.append(str(high + rng.randint(1, 50)))
                elif kind == 1:
                    values.append(str(low - rng.randint(1, 50)))
                else:
                    values.append("?")
        else:
            v = min(high, max(low, v + rng.randint(-3, 3)))
            values.append(str(v))
    print(names[i % 12] + "abcdefg"[i // 12], *values[:n])
