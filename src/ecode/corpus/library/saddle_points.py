"""Cells that are largest in their row and smallest in their column."""

from ecode.corpus.kernel import Kernel, Matrix, Rows

KERNEL = Kernel(
    title="Saddle cells",
    statement="A cell of the matrix $a$ is a saddle if no cell of its row is larger and no cell of its column is smaller. Find all saddles as pairs of row and column, both numbered from 1.",
    inputs=(Matrix("a", 0, 1000),),
    output=Rows("saddles", ("row", "column"), 1, 1000),
    output_text="the saddles, ordered by row and then by column",
    tags=("matrices",),
    difficulty=1000,
    sizes=(3, 8, 38),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 2), size) for _ in range(2)]
    kind = rng.random()
    if kind < 0.3:
        high = rng.choice([0, 1, 2]) if size < 20 else 9
        return ([[rng.randint(0, high) for _ in range(cols)] for _ in range(rows)],)
    x = [rng.randint(0, 400) for _ in range(rows)]
    y = [rng.randint(0, 400) for _ in range(cols)]
    noise = rng.choice([0, 1, 5, 20])
    return ([[x[i] + y[j] + rng.randint(0, noise) for j in range(cols)] for i in range(rows)],)


def compare_with_row_and_column(a):
    found = []
    for r in range(len(a)):
        for c in range(len(a[0])):
            good = True
            for k in range(len(a[0])):
                if a[r][k] > a[r][c]:
                    good = False
            for k in range(len(a)):
                if a[k][c] < a[r][c]:
                    good = False
            if good:
                found.append((r + 1, c + 1))
    return found


def lists_for_each_cell(m):
    result = []
    for i, row in enumerate(m):
        for j, v in enumerate(row):
            column = [line[j] for line in m]
            if v == max(row) and v == min(column):
                result.append((i + 1, j + 1))
    return result


def extremes_first(grid):
    highest = [max(row) for row in grid]
    lowest = [min(col) for col in zip(*grid)]
    out = []
    for i, h in enumerate(highest):
        for j, l in enumerate(lowest):
            if grid[i][j] == h == l:
                out.append((i + 1, j + 1))
    return out


def meet_in_one_value(a):
    tops = list(map(max, a))
    floors = list(map(min, zip(*a)))
    # at a saddle a row maximum equals a column minimum, so both are extreme
    best = min(tops)
    res = []
    if best == max(floors):
        rows = [i + 1 for i, t in enumerate(tops) if t == best]
        cols = [j + 1 for j, f in enumerate(floors) if f == best]
        res = [(i, j) for i in rows for j in cols]
    return res


WAYS = (compare_with_row_and_column, lists_for_each_cell, extremes_first, meet_in_one_value)
