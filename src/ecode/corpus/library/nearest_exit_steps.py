"""Steps from each free cell to the nearest exit."""

from ecode.corpus.kernel import Grid, Kernel, Matrix

KERNEL = Kernel(
    title="Steps to the nearest exit",
    statement="In the grid $g$ the letter E is an exit, a dot is a free cell and a hash is a wall. A step goes to a cell that shares a side and is not a wall. For each cell find the smallest number of steps to an exit: 0 for an exit itself, and $-1$ for walls and for cells from which no exit can be reached.",
    inputs=(Grid("g", ".#E"),),
    output=Matrix("steps", -1),
    output_text="the matrix of these numbers",
    tags=("grids", "breadth-first search"),
    difficulty=1400,
    sizes=(3, 6, 13),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 1), size) for _ in range(2)]
    walls = rng.choice([0.1, 0.25, 0.35])
    g = [["#" if rng.random() < walls else "." for _ in range(cols)] for _ in range(rows)]
    for _ in range(rng.choice([0, 1, 2, 3]) if size < 10 else rng.choice([1, 2, 3])):
        g[rng.randrange(rows)][rng.randrange(cols)] = "E"
    return (["".join(row) for row in g],)


def search_from_every_cell(g):
    steps = []
    for r in range(len(g)):
        line = []
        for c in range(len(g[0])):
            answer = -1
            if g[r][c] != "#":
                queue = [(r, c, 0)]
                seen = {(r, c)}
                while queue:
                    y, x, d = queue.pop(0)
                    if g[y][x] == "E":
                        answer = d
                        break
                    for ny, nx in [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]:
                        if 0 <= ny < len(g) and 0 <= nx < len(g[0]) and g[ny][nx] != "#" and (ny, nx) not in seen:
                            seen.add((ny, nx))
                            queue.append((ny, nx, d + 1))
            line.append(answer)
        steps.append(line)
    return steps


def improve_all_cells(grid):
    h, w = len(grid), len(grid[0])
    far = h * w + 1
    best = [[0 if ch == "E" else far for ch in row] for row in grid]
    again = True
    while again:
        again = False
        for i in range(h - 1, -1, -1):
            for j in range(w):
                if grid[i][j] == "#":
                    continue
                around = []
                if i > 0:
                    around.append(best[i - 1][j])
                if i < h - 1:
                    around.append(best[i + 1][j])
                if j > 0:
                    around.append(best[i][j - 1])
                if j < w - 1:
                    around.append(best[i][j + 1])
                if around and min(around) + 1 < best[i][j]:
                    best[i][j] = min(around) + 1
                    again = True
    return [[-1 if v >= far else v for v in row] for row in best]


def search_from_each_exit(g):
    rows, cols = len(g), len(g[0])
    out = [[-1] * cols for _ in range(rows)]
    for r0 in range(rows):
        for c0 in range(cols):
            if g[r0][c0] == "E":
                out[r0][c0] = 0
                layer, d = [(r0, c0)], 0
                while layer:
                    d += 1
                    nxt = []
                    for r, c in layer:
                        for a, b in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                            y, x = r + a, c + b
                            if 0 <= y < rows and 0 <= x < cols and g[y][x] != "#" and (out[y][x] == -1 or out[y][x] > d):
                                out[y][x] = d
                                nxt.append((y, x))
                    layer = nxt
    return out


def all_exits_at_once(g):
    m = len(g[0])
    w = m + 1
    flat = "#".join(g) + "#" * (w + 1)
    dist = [-1] * len(flat)
    queue = [i for i, ch in enumerate(flat) if ch == "E"]
    for i in queue:
        dist[i] = 0
    # the list grows while it is read; walls at the end catch negative places
    for i in queue:
        d = dist[i] + 1
        for j in (i - 1, i + 1, i - w, i + w):
            if flat[j] != "#" and dist[j] < 0:
                dist[j] = d
                queue.append(j)
    return [dist[k * w:k * w + m] for k in range(len(g))]


WAYS = (search_from_every_cell, improve_all_cells, search_from_each_exit, all_exits_at_once)
