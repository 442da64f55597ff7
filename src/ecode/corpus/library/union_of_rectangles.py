"""Area of a union of rectangles."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Covered area",
    statement="Each row of $r$ is a rectangle with the corners $(x_1, y_1)$ and $(x_2, y_2)$, where $x_1 < x_2$ and $y_1 < y_2$, and with sides parallel to the axes. Find the area that is covered by at least one rectangle.",
    inputs=(Rows("r", ("x1", "y1", "x2", "y2"), 0, 1000, 1),),
    output=Int("area"),
    output_text="the covered area",
    tags=("geometry", "sweep line"),
    difficulty=1900,
    sizes=(3, 12, 60),
)


def generate(rng, size):
    span = rng.choice([10, 2 * size + 5]) if size < 20 else rng.choice([130, 160, 200])
    rows = []
    for _ in range(size):
        w, h = rng.randint(1, max(1, span // 3)), rng.randint(1, max(1, span // 3))
        x, y = rng.randint(0, span - w), rng.randint(0, span - h)
        rows.append((x, y, x + w, y + h))
    if rng.random() < 0.1:
        rows = [rows[0]] * size
    return (rows,)


def paint_unit_squares(r):
    painted = set()
    for x1, y1, x2, y2 in r:
        for x in range(x1, x2):
            for y in range(y1, y2):
                painted.add((x, y))
    return len(painted)


def compressed_cells(rects):
    xs = sorted({v for a in rects for v in (a[0], a[2])})
    ys = sorted({v for a in rects for v in (a[1], a[3])})
    area = 0
    for i in range(len(xs) - 1):
        for j in range(len(ys) - 1):
            for x1, y1, x2, y2 in rects:
                if x1 <= xs[i] and xs[i + 1] <= x2 and y1 <= ys[j] and ys[j + 1] <= y2:
                    area += (xs[i + 1] - xs[i]) * (ys[j + 1] - ys[j])
                    break
    return area


def strips_of_merged_intervals(r):
    xs = sorted(set(t[0] for t in r) | set(t[2] for t in r))
    by_y = sorted(r, key=lambda t: t[1])
    total = 0
    for left, right in zip(xs, xs[1:]):
        covered, reach = 0, -1
        for x1, y1, x2, y2 in by_y:
            if x1 <= left and x2 >= right and y2 > reach:
                covered += y2 - (y1 if y1 > reach else reach)
                reach = y2
        total += covered * (right - left)
    return total


def columns_as_bits(r):
    # a change list for each x; a column is one integer of bits
    starts = {}
    for x1, y1, x2, y2 in r:
        block = (1 << y2) - (1 << y1)
        starts.setdefault(x1, []).append((x2, block))
        starts.setdefault(x2, [])
    active = []
    area = 0
    before = count = 0
    for x in sorted(starts):
        area += count * (x - before)
        active = [item for item in active if item[0] > x] + starts[x]
        bits = 0
        for _, block in active:
            bits |= block
        count = bin(bits).count("1")
        before = x
    return area


WAYS = ((paint_unit_squares, compressed_cells), (strips_of_merged_intervals, columns_as_bits))
