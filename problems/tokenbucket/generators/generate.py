import random

seed, n, classes, b, r, step, cost = map(int, input().split())
rng = random.Random(seed)
names = [c + d for c in "123456789" for d in "abcdefgh"] + ["chess", "choir", "staff", "lab2"]
rng.shuffle(names)
names = names[:classes]
print(n, b, r)
t = rng.randint(0, step)
for _ in range(n):
    print(t, rng.choice(names), rng.randint(1, cost))
    t = min(50000, t + rng.randint(0, step))
