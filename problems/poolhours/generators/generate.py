import random

seed, n, k, last, longest = map(int, input().split())
rng = random.Random(seed)
print(n, k)
for _ in range(n):
    a = rng.randint(0, last - 1)
    print(a, min(last, a + rng.randint(1, longest)))
