import random

seed, r, c, colours, spots = map(int, input().split())
rng = random.Random(seed)
abc = "abcdefghijklmnopqrstuvwxyz"[:colours]
grid = [[rng.choice(abc) for _ in range(c)] for _ in range(r)]
for _ in range(spots):
    # a rectangle of one colour
    h, w = rng.randint(1, max(1, r // 2)), rng.randint(1, max(1, c // 2))
    y, x = rng.randint(0, r - h), rng.randint(0, c - w)
    colour = rng.choice(abc)
    for i in range(y, y + h):
        for j in range(x, x + w):
            grid[i][j] = colour
print(r, c)
for row in grid:
    print("".join(row))
