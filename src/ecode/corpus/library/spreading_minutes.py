"""Minutes until a spread has reached all cells."""

from ecode.corpus.kernel import Grid, Int, Kernel

KERNEL = Kernel(
    title="Spreading minutes",
    statement="In the grid $g$ the letter x is a burning cell, o is dry grass and a dot is bare ground. Each minute all grass cells that share a side with a burning cell catch fire and burn from then on. Nothing else happens.",
    inputs=(Grid("g", "xo."),),
    output=Int("code"),
    output_text="the number $1000 m + r$, where $m$ is the number of minutes in which something catches fire and $r$ the number of grass cells that never burn",
    tags=("grids", "simulation", "breadth-first search"),
    difficulty=1200,
    sizes=(4, 8, 22),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 2), size) for _ in range(2)]
    bare = rng.choice([0.05, 0.2, 0.3, 0.4])
    g = [["." if rng.random() < bare else "o" for _ in range(cols)] for _ in range(rows)]
    for _ in range(rng.choice([0, 1, 1, 1, 2]) if size < 20 else rng.choice([1, 1, 1, 2])):
        g[rng.randrange(max(1, rows // 4))][rng.randrange(max(1, cols // 4))] = "x"
    return (["".join(row) for row in g],)


def copy_every_minute(g):
    import copy
    field = [list(row) for row in g]
    minutes = 0
    while True:
        after = copy.deepcopy(field)
        changed = False
        for r in range(len(field)):
            for c in range(len(field[0])):
                if field[r][c] == "o":
                    for y, x in [(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)]:
                        if 0 <= y < len(field) and 0 <= x < len(field[0]) and field[y][x] == "x":
                            after[r][c] = "x"
                            changed = True
        if not changed:
            break
        field = after
        minutes += 1
    grass = sum(row.count("o") for row in field)
    return 1000 * minutes + grass


def numbers_of_minutes(grid):
    h, w = len(grid), len(grid[0])
    when = {(i, j): 0 for i in range(h) for j in range(w) if grid[i][j] == "x"}
    t = 0
    while True:
        fresh = [cell for cell in when if when[cell] == t]
        if not fresh:
            break
        for i, j in fresh:
            for a, b in ((i, j + 1), (i, j - 1), (i + 1, j), (i - 1, j)):
                if 0 <= a < h and 0 <= b < w and grid[a][b] == "o" and (a, b) not in when:
                    when[(a, b)] = t + 1
        t += 1
    burnt = len(when)
    alive = sum(line.count("x") + line.count("o") for line in grid)
    return max(0, t - 1) * 1000 + alive - burnt


def front_of_the_fire(g):
    grass = set()
    front = []
    for r, row in enumerate(g):
        for c, ch in enumerate(row):
            if ch == "o":
                grass.add((r, c))
            elif ch == "x":
                front.append((r, c))
    m = -1 if front else 0
    while front:
        m += 1
        nxt = []
        for r, c in front:
            for cell in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if cell in grass:
                    grass.discard(cell)
                    nxt.append(cell)
        front = nxt
    return 1000 * m + len(grass)


def whole_field_as_bits(g):
    wide = len(g[0]) + 1
    text = ".".join(g)
    fire = int(text.replace("o", "0").replace(".", "0").replace("x", "1"), 2)
    grass = int(text.replace("x", "0").replace(".", "0").replace("o", "1"), 2)
    minutes = 0
    new = fire
    while True:
        new = (new << 1 | new >> 1 | new << wide | new >> wide) & grass
        if not new:
            break
        grass ^= new
        minutes += 1
    return 1000 * minutes + bin(grass).count("1")


WAYS = (copy_every_minute, numbers_of_minutes, front_of_the_fire, whole_field_as_bits)
