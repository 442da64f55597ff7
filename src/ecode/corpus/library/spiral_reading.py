"""Read a matrix along a spiral."""

from ecode.corpus.kernel import Ints, Kernel, Matrix

KERNEL = Kernel(
    title="Reading along a spiral",
    statement="Read the matrix $a$ along a spiral: begin in the top left cell, go right along the first row, down the last column, left along the last row, up the first column, and so on inwards until every cell has been read once.",
    inputs=(Matrix("a", 0, 99),),
    output=Ints("values"),
    output_text="the values in the order in which they are read",
    tags=("matrices", "simulation"),
    difficulty=1100,
    sizes=(3, 7, 32),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 2), size) for _ in range(2)]
    if rng.random() < 0.15 and size < 20:
        rows = 1 if rng.random() < 0.5 else rows
        cols = 1 if rng.random() < 0.3 else cols
    return ([[rng.randint(0, 99) for _ in range(cols)] for _ in range(rows)],)


def turn_at_read_cells(a):
    n, m = len(a), len(a[0])
    read = []
    values = []
    r, c = 0, 0
    dr, dc = 0, 1
    while len(read) < n * m:
        read.append((r, c))
        values.append(a[r][c])
        nr, nc = r + dr, c + dc
        if nr < 0 or nr >= n or nc < 0 or nc >= m or (nr, nc) in read:
            dr, dc = dc, -dr
            nr, nc = r + dr, c + dc
        r, c = nr, nc
    return values


def cut_and_turn(matrix):
    out = []
    while matrix:
        for v in matrix[0]:
            out.append(v)
        rest = matrix[1:]
        turned = []
        if rest:
            for col in range(len(rest[0]) - 1, -1, -1):
                turned.append([row[col] for row in rest])
        matrix = turned
    return out


def four_borders(a):
    top, bottom = 0, len(a) - 1
    left, right = 0, len(a[0]) - 1
    res = []
    while top <= bottom and left <= right:
        for j in range(left, right + 1):
            res.append(a[top][j])
        top += 1
        for i in range(top, bottom + 1):
            res.append(a[i][right])
        right -= 1
        if top <= bottom:
            for j in range(right, left - 1, -1):
                res.append(a[bottom][j])
            bottom -= 1
        if left <= right:
            for i in range(bottom, top - 1, -1):
                res.append(a[i][left])
            left += 1
    return res


def slices_of_flat_list(a):
    h, w = len(a), len(a[0])
    flat = []
    for row in a:
        flat += row
    where = -1
    out = []
    step, across = 1, True
    width, height = w, h - 1
    while (width if across else height) > 0:
        if across:
            d, k = step, width
            width -= 1
        else:
            d, k = step * w, height
            height -= 1
            step = -step
        stop = where + d * (k + 1)
        out += flat[where + d:(stop if stop >= 0 else None):d]
        where += d * k
        across = not across
    return out


WAYS = (turn_at_read_cells, cut_and_turn, (four_borders, slices_of_flat_list))
