import random

seed, r, c, rocks, refuges = map(int, input().split())
rng = random.Random(seed)
grid = [["#" if rng.randint(1, 100) <= rocks else "." for _ in range(c)] for _ in range(r)]
for _ in range(refuges):
    grid[rng.randint(0, r - 1)][rng.randint(0, c - 1)] = "R"
print(r, c)
for row in grid:
    print("".join(row))
