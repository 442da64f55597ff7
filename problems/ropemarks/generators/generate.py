import math
import random

seed, n, q, base, high = map(int, input().split())
rng = random.Random(seed)
x = []
while len(x) < n:
    # stretches of pieces with a common factor
    f = 1
    for _ in range(rng.randint(0, base)):
        f *= rng.choice((2, 2, 3, 5))
    f = math.gcd(f, 21600)
    for _ in range(rng.randint(1, 60)):
        x.append(f * rng.randint(1, max(1, high // f)))
x = x[:n]
print(n, q)
print(*x)
print(*[rng.choice((rng.choice(x), math.gcd(rng.choice(x), rng.choice(x)), rng.randint(1, 30))) for _ in range(q)])
