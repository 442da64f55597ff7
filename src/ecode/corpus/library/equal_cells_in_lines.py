"""Count the pairs of equal numbers in the rows and columns of a matrix."""

from ecode.corpus.kernel import Int, Kernel, Matrix

KERNEL = Kernel(
    title="Clashes in rows and columns",
    statement="Two different cells of the matrix $m$ clash if they hold the same number different from 0 and lie in the same row or in the same column. Count the unordered pairs of cells that clash.",
    inputs=(Matrix("m", 0, 10**4),),
    output=Int("clashes"),
    output_text="the number of pairs of cells that clash",
    tags=("grids", "counting"),
    difficulty=1000,
    sizes=(3, 8, 30),
)


def generate(rng, size):
    rows, cols = rng.randint(max(1, size - 3), size), rng.randint(max(1, size - 3), size)
    top = rng.choice([1, size, 3 * size])
    empty = rng.choice([0.0, 0.2, 0.5])
    return ([[0 if rng.random() < empty else rng.randint(1, top) for _ in range(cols)] for _ in range(rows)],)


def every_cell_with_every_cell(m):
    cells = []
    for i in range(len(m)):
        for j in range(len(m[0])):
            if m[i][j] != 0:
                cells.append((i, j))
    clashes = 0
    for p in range(len(cells)):
        for q in range(p + 1, len(cells)):
            a, b = cells[p]
            c, d = cells[q]
            if m[a][b] == m[c][d] and (a == c or b == d):
                clashes += 1
    return clashes


def compare_along_lines(grid):
    h, w = len(grid), len(grid[0])
    total = 0
    for y in range(h):
        for x in range(w):
            v = grid[y][x]
            if v:
                for k in range(x + 1, w):
                    total += grid[y][k] == v
                for k in range(y + 1, h):
                    total += grid[k][x] == v
    return total


def tallies_of_lines(m):
    from collections import Counter

    pairs = 0
    for line in m + [list(column) for column in zip(*m)]:
        for number, times in Counter(line).items():
            if number:
                pairs += times * (times - 1) // 2
    return pairs


def met_before_in_line(m):
    seen = {}
    count = 0
    for i, row in enumerate(m):
        for j, v in enumerate(row):
            if v == 0:
                continue
            for key in ((0, i, v), (1, j, v)):
                n = seen.get(key, 0)
                count += n
                seen[key] = n + 1
    return count


WAYS = (every_cell_with_every_cell, compare_along_lines, (tallies_of_lines, met_before_in_line))
