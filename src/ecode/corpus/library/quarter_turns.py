"""Turn a matrix by quarter turns and mirror it, as commanded."""

from ecode.corpus.kernel import Kernel, Matrix, Str

KERNEL = Kernel(
    title="Turns and mirrors",
    statement="The letters of $s$ are commands for the matrix $a$, done one after the other: R turns it by a quarter clockwise, L by a quarter anticlockwise, H mirrors it left to right, and V mirrors it top to bottom. Find the matrix after all commands.",
    inputs=(Matrix("a", 0, 99), Str("s", "RLHV")),
    output=Matrix("result", 0, 99),
    output_text="the matrix after all commands",
    tags=("matrices", "simulation"),
    difficulty=1200,
    sizes=(3, 12, 260),
)


def generate(rng, size):
    n = min(17, 1 + size // 3)
    rows, cols = rng.randint(max(1, n - 3), n), rng.randint(max(1, n - 3), n)
    pool = rng.choice(["RLHV", "RLHV", "R", "RL", "HV"])
    s = "".join(rng.choice(pool) for _ in range(size))
    return [[rng.randint(0, 99) for _ in range(cols)] for _ in range(rows)], s


def cell_by_cell(a, s):
    for command in s:
        h, w = len(a), len(a[0])
        if command in "RL":
            b = [[0] * h for _ in range(w)]
        else:
            b = [[0] * w for _ in range(h)]
        for r in range(h):
            for c in range(w):
                if command == "R":
                    b[c][h - 1 - r] = a[r][c]
                elif command == "L":
                    b[w - 1 - c][r] = a[r][c]
                elif command == "H":
                    b[r][w - 1 - c] = a[r][c]
                else:
                    b[h - 1 - r][c] = a[r][c]
        a = b
    return a


def zip_and_reverse(m, cmds):
    for ch in cmds:
        if ch == "R":
            m = [list(t) for t in zip(*m[::-1])]
        elif ch == "L":
            m = [list(t) for t in zip(*m)][::-1]
        elif ch == "H":
            m = [row[::-1] for row in m]
        elif ch == "V":
            m = m[::-1]
    return m


def turns_and_one_flag(a, s):
    # every position of the matrix is: mirror left to right (or not), then k turns clockwise
    turns, flipped = 0, False
    for ch in s:
        if ch == "R":
            turns += 1
        elif ch == "L":
            turns -= 1
        else:
            flipped = not flipped
            turns = -turns + (2 if ch == "V" else 0)
    if flipped:
        a = [row[::-1] for row in a]
    for _ in range(turns % 4):
        a = [list(col) for col in zip(*reversed(a))]
    return a


def state_table(a, s):
    # what becomes of the corner cells 0 1 / 2 3 tells the whole story
    box = (0, 1, 2, 3)
    for ch in s:
        p, q, r, t = box
        box = {"R": (r, p, t, q), "L": (q, t, p, r), "H": (q, p, t, r), "V": (r, t, p, q)}[ch]
    if abs(box[1] - box[0]) == 2:
        a = [list(col) for col in zip(*a)]
        box = tuple((0, 2, 1, 3)[x] for x in box)
    if box[0] >= 2:
        a = a[::-1]
    if box[0] % 2:
        a = [row[::-1] for row in a]
    return a


WAYS = (cell_by_cell, zip_and_reverse, (turns_and_one_flag, state_table))
