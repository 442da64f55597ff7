import random

seed, n, k, d, jump, low, high = map(int, input().split())
rng = random.Random(seed)
v = rng.randint(low, high)
values = []
for _ in range(n):
    v = min(high, max(low, v + rng.randint(-jump, jump)))
    values.append(v if rng.randint(0, 9) else rng.randint(low, high))
print(n, k, d)
for i in range(0, n, 20):
    print(*values[i : i + 20])
