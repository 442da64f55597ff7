import random

seed, n, q, near = map(int, input().split())
rng = random.Random(seed)
print(n, q)
print(*[rng.randint(max(1, i - near), i - 1) for i in range(2, n + 1)])
for _ in range(q):
    print(rng.randint(1, n), rng.randint(1, n))
