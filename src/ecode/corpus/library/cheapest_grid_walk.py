"""Cheapest right-and-down walk to every cell of a matrix."""

from ecode.corpus.kernel import Kernel, Matrix

KERNEL = Kernel(
    title="Cheapest walks to all cells",
    statement="A walk through the matrix $a$ starts in the top left cell and goes only right and down; its cost is the sum of all cells it visits, the first and the last one included. For each cell find the smallest cost of a walk that ends there.",
    inputs=(Matrix("a", 0, 1000),),
    output=Matrix("costs", 0),
    output_text="the matrix of the smallest costs",
    tags=("dynamic programming", "shortest paths"),
    difficulty=1200,
    sizes=(3, 8, 30),
)


def generate(rng, size):
    rows, cols = rng.randint(max(1, size - 2), size), rng.randint(max(1, size - 2), size)
    high = rng.choice([1, 9, 100, 1000])
    return ([[rng.randint(0, high) for _ in range(cols)] for _ in range(rows)],)


def improve_until_stable(a):
    INF = 10 ** 12
    n, m = len(a), len(a[0])
    cost = [[INF] * m for _ in range(n)]
    cost[0][0] = a[0][0]
    changed = True
    while changed:
        changed = False
        # relax from the far corner, cell by cell
        for i in range(n - 1, -1, -1):
            for j in range(m - 1, -1, -1):
                if i > 0 and cost[i - 1][j] + a[i][j] < cost[i][j]:
                    cost[i][j] = cost[i - 1][j] + a[i][j]
                    changed = True
                if j > 0 and cost[i][j - 1] + a[i][j] < cost[i][j]:
                    cost[i][j] = cost[i][j - 1] + a[i][j]
                    changed = True
    return cost


def sorted_list_as_queue(matrix):
    h, w = len(matrix), len(matrix[0])
    done = {}
    waiting = [(matrix[0][0], 0, 0)]
    while waiting:
        waiting.sort()
        d, r, c = waiting.pop(0)
        if (r, c) in done:
            continue
        done[(r, c)] = d
        if r + 1 < h:
            waiting.append((d + matrix[r + 1][c], r + 1, c))
        if c + 1 < w:
            waiting.append((d + matrix[r][c + 1], r, c + 1))
    return [[done[(r, c)] for c in range(w)] for r in range(h)]


def fill_the_table(grid):
    best = [[0] * len(grid[0]) for _ in grid]
    for y, row in enumerate(grid):
        for x, v in enumerate(row):
            if y == 0 and x == 0:
                best[y][x] = v
            elif y == 0:
                best[y][x] = best[y][x - 1] + v
            elif x == 0:
                best[y][x] = best[y - 1][x] + v
            else:
                best[y][x] = min(best[y - 1][x], best[y][x - 1]) + v
    return best


def row_after_row(a):
    from itertools import accumulate
    out = [list(accumulate(a[0]))]
    for row in a[1:]:
        cur = []
        left = 10 ** 12
        for up, v in zip(out[-1], row):
            left = (up if up < left else left) + v
            cur.append(left)
        out.append(cur)
    return out


WAYS = (improve_until_stable, sorted_list_as_queue, fill_the_table, row_after_row)
