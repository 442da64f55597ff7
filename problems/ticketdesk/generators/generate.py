import random

seed, n, d, b, limit, gap, work = map(int, input().split())
rng = random.Random(seed)
print(n, d, b)
print(*[rng.randint((limit + 1) // 2, limit) for _ in range(d)])
t = 0
for _ in range(n):
    name = "".join(rng.choice("abdeiklmnorst") for _ in range(rng.randint(2, 4)))
    print(name, t, rng.randint((work + 1) // 2, work))
    t = min(20000, t + max(0, rng.randint(-gap, gap)))
