"""Count the right-and-down paths through a grid with walls."""

from ecode.corpus.kernel import Grid, Int, Kernel

KERNEL = Kernel(
    title="Right and down",
    statement="In the grid $g$ a dot is free and a hash is a wall. Count the paths from the top left cell to the bottom right cell that go only right and down and use only free cells, modulo 1000000007. If one of the two cells is a wall, there is no path.",
    inputs=(Grid("g", ".#"),),
    output=Int("paths"),
    output_text="the number of paths modulo 1000000007",
    tags=("dynamic programming", "grids"),
    difficulty=1200,
    sizes=(3, 6, 10),
)


def generate(rng, size):
    rows, cols = rng.randint(max(1, size - 1), size), rng.randint(max(1, size - 1), size)
    walls = rng.choice([0, 0.05, 0.1, 0.3 if size < 10 else 0.05])
    g = [["#" if rng.random() < walls else "." for _ in range(cols)] for _ in range(rows)]
    if rng.random() < 0.9:
        g[0][0] = g[-1][-1] = "."
    return (["".join(row) for row in g],)


def walk_every_path(g):
    def walk(r, c):
        if r == len(g) or c == len(g[0]) or g[r][c] == "#":
            return 0
        if r == len(g) - 1 and c == len(g[0]) - 1:
            return 1
        return walk(r + 1, c) + walk(r, c + 1)

    return walk(0, 0) % 1000000007


def stack_of_positions(grid):
    h, w = len(grid), len(grid[0])
    finished = 0
    todo = [(0, 0)] if grid[0][0] == "." else []
    while todo:
        y, x = todo.pop()
        if (y, x) == (h - 1, w - 1):
            finished += 1
        if y + 1 < h and grid[y + 1][x] == ".":
            todo.append((y + 1, x))
        if x + 1 < w and grid[y][x + 1] == ".":
            todo.append((y, x + 1))
    return finished % (10 ** 9 + 7)


def table_of_counts(g):
    MOD = 1000000007
    n, m = len(g), len(g[0])
    ways = [[0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            if g[i][j] == "#":
                continue
            if i == 0 and j == 0:
                ways[i][j] = 1
            if i > 0:
                ways[i][j] += ways[i - 1][j]
            if j > 0:
                ways[i][j] += ways[i][j - 1]
            ways[i][j] %= MOD
    return ways[n - 1][m - 1]


def one_row_of_counts(lines):
    row = [1] + [0] * (len(lines[0]) - 1)
    for line in lines:
        left = 0
        for k, ch in enumerate(line):
            left = left + row[k] if ch == "." else 0
            row[k] = left
    return row[-1] % 1000000007


WAYS = ((walk_every_path, stack_of_positions), (table_of_counts, one_row_of_counts))
