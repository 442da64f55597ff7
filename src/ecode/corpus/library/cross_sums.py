"""Sum of the row and the column of each cell."""

from ecode.corpus.kernel import Kernel, Matrix

KERNEL = Kernel(
    title="Cross sums",
    statement="For each cell of the matrix $a$ add up all cells of its row and all cells of its column; the cell itself counts once.",
    inputs=(Matrix("a", -99, 99),),
    output=Matrix("sums", -20000, 20000),
    output_text="the matrix of these sums",
    tags=("matrices", "prefix sums"),
    difficulty=900,
    sizes=(3, 8, 34),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 2), size) for _ in range(2)]
    if size > 20:
        rows = rng.randint(4, 9)
        cols = size * size // rows
        if rng.random() < 0.3:
            rows, cols = cols, rows
    low = rng.choice([-99, 0])
    return ([[rng.randint(low, 99) for _ in range(cols)] for _ in range(rows)],)


def walk_row_and_column(a):
    n, m = len(a), len(a[0])
    sums = []
    for i in range(n):
        line = []
        for j in range(m):
            total = 0
            for k in range(m):
                total += a[i][k]
            for k in range(n):
                if k != i:
                    total += a[k][j]
            line.append(total)
        sums.append(line)
    return sums


def sums_at_each_cell(grid):
    return [
        [sum(row) + sum(other[c] for other in grid) - v for c, v in enumerate(row)]
        for row in grid
    ]


def totals_in_lists(a):
    rows = []
    for r in a:
        rows.append(sum(r))
    cols = [0] * len(a[0])
    for r in a:
        for j in range(len(r)):
            cols[j] += r[j]
    result = [[0] * len(a[0]) for _ in a]
    for i in range(len(a)):
        for j in range(len(a[0])):
            result[i][j] = rows[i] + cols[j] - a[i][j]
    return result


def zip_totals(a):
    below = [sum(col) for col in zip(*a)]
    out = []
    for row in a:
        s = sum(row)
        out.append([s + t - v for t, v in zip(below, row)])
    return out


WAYS = (walk_row_and_column, sums_at_each_cell, (totals_in_lists, zip_totals))
