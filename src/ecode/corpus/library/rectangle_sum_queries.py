"""Answer queries for the sum of a rectangle of a matrix."""

from ecode.corpus.kernel import Ints, Kernel, Matrix, Rows

KERNEL = Kernel(
    title="Sums of rectangles",
    statement="Each row $r_1, c_1, r_2, c_2$ of $q$ names two opposite corner cells of a rectangle in the matrix $m$: the upper left one and the lower right one, rows and columns counted from 1. Find the sum of all cells of the rectangle.",
    inputs=(Matrix("m", -100, 100), Rows("q", ("r1", "c1", "r2", "c2"), 1, 200, 1)),
    output=Ints("sums"),
    output_text="the sum for each row of q, in their order",
    tags=("prefix sums", "matrices"),
    difficulty=1300,
    sizes=(3, 8, 38),
)


def generate(rng, size):
    rows, cols = rng.randint(max(1, size - 3), size), rng.randint(max(1, size - 3), size)
    low = rng.choice([0, -9] if size > 9 else [0, -9, -100])
    m = [[rng.randint(low, 9) for _ in range(cols)] for _ in range(rows)]
    q = []
    for _ in range(size * 5 if size > 5 else size):
        r, c = sorted(rng.randint(1, rows) for _ in range(2)), sorted(rng.randint(1, cols) for _ in range(2))
        if rng.random() < 0.5:
            r, c = [(r[0] + 2) // 3, rows - (rows - r[1]) // 3], [(c[0] + 2) // 3, cols - (cols - c[1]) // 3]
        q.append((r[0], c[0], r[1], c[1]))
    return m, q


def walk_over_cells(m, q):
    ans = []
    for r1, c1, r2, c2 in q:
        total = 0
        for i in range(r1 - 1, r2):
            for j in range(c1 - 1, c2):
                total += m[i][j]
        ans.append(total)
    return ans


def slices_of_rows(matrix, queries):
    out = []
    for top, left, bottom, right in queries:
        out.append(sum(sum(line[left - 1:right]) for line in matrix[top - 1:bottom]))
    return out


def sums_of_each_row(mat, ask):
    rowsums = []
    for line in mat:
        acc = [0]
        for v in line:
            acc.append(acc[-1] + v)
        rowsums.append(acc)
    result = []
    for a, b, c, d in ask:
        s = 0
        for r in range(a - 1, c):
            s += rowsums[r][d] - rowsums[r][b - 1]
        result.append(s)
    return result


def two_dimensional_prefix(m, q):
    h = len(m)
    w = len(m[0])
    p = [[0] * (w + 1) for _ in range(h + 1)]
    for i in range(h):
        run = 0
        above = p[i]
        here = p[i + 1]
        src = m[i]
        for j in range(w):
            run += src[j]
            here[j + 1] = above[j + 1] + run
    return [p[x][y] - p[u - 1][y] - p[x][v - 1] + p[u - 1][v - 1] for u, v, x, y in q]


WAYS = (walk_over_cells, slices_of_rows, sums_of_each_row, two_dimensional_prefix)
