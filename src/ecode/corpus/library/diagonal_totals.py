"""Totals of all diagonals of a matrix."""

from ecode.corpus.kernel import Ints, Kernel, Matrix

KERNEL = Kernel(
    title="Totals of diagonals",
    statement="A falling diagonal of the matrix $a$ holds the cells whose column number minus row number is the same. Add up each falling diagonal, from the bottom left corner to the top right corner.",
    inputs=(Matrix("a", -99, 99),),
    output=Ints("totals", -10000, 10000),
    output_text="the totals of the diagonals in this order",
    tags=("matrices",),
    difficulty=900,
    sizes=(3, 8, 45),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 3), size) for _ in range(2)]
    return ([[rng.randint(0 if size > 20 else -99, 99) for _ in range(cols)] for _ in range(rows)],)


def look_for_each_difference(a):
    totals = []
    for diff in range(1 - len(a), len(a[0])):
        total = 0
        for r in range(len(a)):
            for c in range(len(a[0])):
                if c - r == diff:
                    total += a[r][c]
        totals.append(total)
    return totals


def filter_rows(m):
    n, w = len(m), len(m[0])
    return [sum(m[i][i + d] for i in range(n) if 0 <= i + d < w) for d in range(-n + 1, w)]


def add_by_key(grid):
    sums = {}
    for y, row in enumerate(grid):
        for x, v in enumerate(row):
            sums[x - y] = sums.get(x - y, 0) + v
    return [sums[k] for k in sorted(sums)]


def slices_with_long_step(a):
    n, m = len(a), len(a[0])
    flat = []
    # each row gets n zeros behind it, so a step of one row and one column meets no other row
    for row in a:
        flat += row
        flat += [0] * n
    w = m + n
    res = [sum(flat[r * w::w + 1]) for r in range(n - 1, 0, -1)]
    res += [sum(flat[c::w + 1]) for c in range(m)]
    return res


WAYS = (look_for_each_difference, (filter_rows, add_by_key), slices_with_long_step)
