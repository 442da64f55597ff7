import random

seed, r, c, k, wet = map(int, input().split())
rng = random.Random(seed)
g = [["w" if rng.randint(1, 100) <= wet else "." for _ in range(c)] for _ in range(r)]
g[0][0] = g[-1][-1] = "."
print(r, c, k)
for row in g:
    print("".join(row))
