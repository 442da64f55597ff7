import random

seed, n, users, k, w, step, failshare = map(int, input().split())
rng = random.Random(seed)
names = []
while len(names) < users:
    name = "".join(rng.choice("abcdeiklmnorstu") for _ in range(rng.randint(1, 6)))
    if name not in names:
        names.append(name)
print(n, k, w)
t = rng.randint(0, 50)
for _ in range(n):
    t = min(86399, t + rng.randint(0, step))
    print(t, rng.choice(names), "fail" if rng.randint(1, 100) <= failshare else "ok")
