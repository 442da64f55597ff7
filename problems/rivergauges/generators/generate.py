import random

seed, n, q, near, flows, most = map(int, input().split())
rng = random.Random(seed)
names = list(range(2, n + 1))
rng.shuffle(names)
names = [1] + names
below = [0] * (n + 1)
for i in range(1, n):
    below[names[i]] = names[rng.randint(max(0, i - near), i - 1)]
print(n, q)
print(*below[2:])
for _ in range(q):
    if rng.randint(1, 100) <= flows:
        print("flow", rng.randint(1, n))
    else:
        print("rain", rng.randint(1, n), rng.randint(-most, most))
