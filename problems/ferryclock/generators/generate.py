import random

seed, n, m, start, wait, ride, near = map(int, input().split())
rng = random.Random(seed)
print(n, m, rng.randint(0, start))
names = list(range(1, n + 1))
rng.shuffle(names)
for i in range(m):
    a = rng.randint(0, n - 1)
    b = a
    while b == a:
        b = max(0, min(n - 1, a + rng.randint(-near, near)))
    print(names[a], names[b], rng.randint(1, wait), rng.randint(1, ride))
