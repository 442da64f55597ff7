"""Cells alive after some generations of the game of life."""

from ecode.corpus.kernel import Grid, Int, Kernel

KERNEL = Kernel(
    title="Generations of cells",
    statement="In the field $g$ a hash is a live cell. In each generation, at once for all cells, a live cell stays alive if it has two or three live cells among its eight neighbours, and a dead cell comes alive if it has exactly three; cells outside the field are always dead. Find the field after $k$ generations.",
    inputs=(Grid("g", "#."), Int("k", 0, 200)),
    output=Grid("field", "#."),
    output_text="the field after $k$ generations",
    tags=("grids", "simulation"),
    difficulty=1200,
    sizes=(4, 8, 22),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 1), size) for _ in range(2)]
    share = rng.choice([0.15, 0.25, 0.35, 0.5])
    g = ["".join("#" if rng.random() < share else "." for _ in range(cols)) for _ in range(rows)]
    return g, min(200, rng.randint(0 if size < 10 else size // 2, size))


def count_with_bounds(g, k):
    field = [list(row) for row in g]
    h = len(field)
    w = len(field[0])
    for generation in range(k):
        new_field = [["." for c in range(w)] for r in range(h)]
        for r in range(h):
            for c in range(w):
                neighbours = 0
                for dr in (-1, 0, 1):
                    for dc in (-1, 0, 1):
                        if dr == 0 and dc == 0:
                            continue
                        if r + dr >= 0 and r + dr < h and c + dc >= 0 and c + dc < w:
                            if field[r + dr][c + dc] == "#":
                                neighbours += 1
                if field[r][c] == "#" and neighbours in [2, 3]:
                    new_field[r][c] = "#"
                elif field[r][c] == "." and neighbours == 3:
                    new_field[r][c] = "#"
        field = new_field
    return ["".join(row) for row in field]


def add_around_live_cells(board, steps):
    from collections import Counter
    R, C = len(board), len(board[0])
    alive = {(i, j) for i in range(R) for j in range(C) if board[i][j] == "#"}
    while steps > 0:
        near = Counter()
        for i, j in alive:
            for a in (i - 1, i, i + 1):
                for b in (j - 1, j, j + 1):
                    near[a, b] += 1
        # the cell itself is counted too
        alive = {
            (i, j)
            for (i, j), n in near.items()
            if 0 <= i < R and 0 <= j < C and (n == 3 or (n == 4 and (i, j) in alive))
        }
        steps -= 1
    return ["".join("#" if (i, j) in alive else "." for j in range(C)) for i in range(R)]


def stop_when_periodic(g, k):
    h, w = len(g), len(g[0])

    def step(rows):
        blank = [0] * (w + 2)
        ext = [blank] + [[0] + r + [0] for r in rows] + [blank]
        out = []
        for r in range(h):
            a, b, c = ext[r], ext[r + 1], ext[r + 2]
            cols = [x + y + z for x, y, z in zip(a, b, c)]
            out.append([
                1 if (t := cols[j] + cols[j + 1] + cols[j + 2]) == 3 or (t == 4 and b[j + 1]) else 0
                for j in range(w)
            ])
        return out

    cells = [[int(ch == "#") for ch in row] for row in g]
    history, first = [], {}
    for t in range(k + 1):
        key = str(cells)
        if key in first:
            start = first[key]
            cells = history[start + (k - start) % (t - start)]
            break
        first[key] = t
        history.append(cells)
        if t < k:
            cells = step(cells)
    return ["".join(".#"[v] for v in row) for row in cells]


def rows_of_bits(g, k):
    h, w = len(g), len(g[0])
    wide = w + 1
    n = h * wide
    inside = 0
    for r in range(h):
        inside |= ((1 << w) - 1) << (r * wide)
    x = 0
    for r, row in enumerate(g):
        x |= int(row[::-1].replace("#", "1").replace(".", "0"), 2) << (r * wide)
    for _ in range(k):
        # binary counters of the eight neighbours, for all cells at once
        one = two = four = 0
        for s in (1, wide - 1, wide, wide + 1):
            for m in (x << s, x >> s):
                carry = one & m
                one ^= m
                four |= two & carry
                two ^= carry
        x = two & ~four & (one | x) & inside
    text = format(x, "0%db" % n)[::-1].replace("1", "#").replace("0", ".")
    return [text[r * wide:r * wide + w] for r in range(h)]


WAYS = (count_with_bounds, (add_around_live_cells, stop_when_periodic), rows_of_bits)
