"""Place of a robot after many steps in a walled field."""

from ecode.corpus.kernel import Grid, Int, Ints, Kernel

KERNEL = Kernel(
    title="Robot in a walled field",
    statement="In the grid $g$ a dot is free and a hash is a wall; everything outside the grid counts as a wall, and the top left cell is free. A robot starts there and faces right. In each turn it moves to the next cell in its direction if that is free; otherwise it stays and turns by a quarter clockwise. Find where it is after $k$ turns.",
    inputs=(Grid("g", ".#"), Int("k", 0, 10**6)),
    output=Ints("place", shortest=2),
    output_text="the row and the column of the robot, both numbered from 1",
    tags=("simulation", "cycle detection"),
    difficulty=1400,
    sizes=(10, 500, 50000),
)


def generate(rng, size):
    n = 3 if size < 20 else rng.randint(5, 12)
    m = rng.randint(max(1, n - 2), n + 2)
    walls = rng.choice([0.05, 0.1, 0.2])
    g = [["#" if rng.random() < walls else "." for _ in range(m)] for _ in range(n)]
    g[0][0] = "."
    return ["".join(row) for row in g], min(10**6, rng.randint(0 if size < 20 else size * 2 // 3, size))


def turn_by_turn(g, k):
    row, col = 0, 0
    heading = "right"
    for turn in range(k):
        nrow, ncol = row, col
        if heading == "right":
            ncol += 1
        elif heading == "down":
            nrow += 1
        elif heading == "left":
            ncol -= 1
        else:
            nrow -= 1
        if 0 <= nrow < len(g) and 0 <= ncol < len(g[0]) and g[nrow][ncol] == ".":
            row, col = nrow, ncol
        else:
            names = ["right", "down", "left", "up"]
            heading = names[(names.index(heading) + 1) % 4]
    return [row + 1, col + 1]


def vector_steps(field, k):
    y = x = 0
    dy, dx = 0, 1
    h, w = len(field), len(field[0])
    while k > 0:
        k -= 1
        a, b = y + dy, x + dx
        if a < 0 or b < 0 or a >= h or b >= w or field[a][b] == "#":
            dy, dx = dx, -dy
        else:
            y, x = a, b
    return [y + 1, x + 1]


def list_of_states(g, k):
    states = [(0, 0, 0)]
    moves = [(0, 1), (1, 0), (0, -1), (-1, 0)]
    while len(states) <= k:
        r, c, d = states[-1]
        nr, nc = r + moves[d][0], c + moves[d][1]
        if 0 <= nr < len(g) and 0 <= nc < len(g[0]) and g[nr][nc] != "#":
            nxt = (nr, nc, d)
        else:
            nxt = (r, c, (d + 1) % 4)
        if nxt in states:
            start = states.index(nxt)
            period = len(states) - start
            k = start + (k - start) % period
        else:
            states.append(nxt)
    return [states[k][0] + 1, states[k][1] + 1]


def remember_first_visits(g, k):
    w = len(g[0]) + 1
    flat = "#".join(g) + "#" * (w + 1)
    steps = (1, w, -1, -w)
    pos, d = 0, 0
    first = {}
    trail = []
    while len(trail) < k:
        key = pos * 4 + d
        if key in first:
            s = first[key]
            pos = trail[s + (k - s) % (len(trail) - s)]
            break
        first[key] = len(trail)
        trail.append(pos)
        if flat[pos + steps[d]] == ".":
            pos += steps[d]
        else:
            d = (d + 1) % 4
    return [pos // w + 1, pos % w + 1]


WAYS = (turn_by_turn, vector_steps, (list_of_states, remember_first_visits))
