import random

seed, n, d, q, step, shortest, longest = map(int, input().split())
rng = random.Random(seed)
levels = [rng.randint(-50, 50)]
while len(levels) < n:
    levels.append(max(-9999, min(9999, levels[-1] + rng.randint(-step, step))))
print(n, d, q)
print(*levels)
print(*[rng.randint(shortest, longest) for _ in range(q)])
