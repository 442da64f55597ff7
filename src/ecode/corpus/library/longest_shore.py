"""Greatest length of the shore of an island."""

from ecode.corpus.kernel import Int, Grid, Kernel

KERNEL = Kernel(
    title="The longest shore",
    statement="In the map $g$ a hash is land and a dot is water; all around the map there is water. Land cells that share a side belong to the same island. The shore of an island is the number of sides between one of its cells and water. Find the greatest shore of an island, 0 if there is no land.",
    inputs=(Grid("g", "#."),),
    output=Int("shore"),
    output_text="the greatest shore",
    tags=("grids", "graph traversal"),
    difficulty=1300,
    sizes=(4, 9, 30),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 2), size) for _ in range(2)]
    land = rng.choice([0.3, 0.5, 0.6, 0.7]) if size < 20 else rng.choice([0.5, 0.6, 0.7])
    return (["".join("#" if rng.random() < land else "." for _ in range(cols)) for _ in range(rows)],)


def list_every_island(g):
    h, w = len(g), len(g[0])
    islands = []
    for r in range(h):
        for c in range(w):
            if g[r][c] == "#" and not any((r, c) in island for island in islands):
                island = [(r, c)]
                for y, x in island:
                    for cell in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                        if 0 <= cell[0] < h and 0 <= cell[1] < w:
                            if g[cell[0]][cell[1]] == "#" and cell not in island:
                                island.append(cell)
                islands.append(island)
    best = 0
    for island in islands:
        shore = 0
        for y, x in island:
            for cell in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                if cell not in island:
                    shore += 1
        best = max(best, shore)
    return best


def labels_then_sides(grid):
    rows, cols = len(grid), len(grid[0])
    label = [[r * cols + c for c in range(cols)] for r in range(rows)]
    # equal labels spread over each island, forwards and backwards
    moved = True
    while moved:
        moved = False
        for r in range(rows):
            for c in range(cols):
                if grid[r][c] == "#":
                    low = label[r][c]
                    for y, x in ((r - 1, c), (r, c - 1), (r + 1, c), (r, c + 1)):
                        if 0 <= y < rows and 0 <= x < cols and grid[y][x] == "#":
                            low = min(low, label[y][x])
                    if low < label[r][c]:
                        label[r][c] = low
                        moved = True
    shore = {}
    for r in range(rows):
        for c in range(cols):
            if grid[r][c] == "#":
                sides = 4
                for y, x in ((r - 1, c), (r, c - 1), (r + 1, c), (r, c + 1)):
                    if 0 <= y < rows and 0 <= x < cols and grid[y][x] == "#":
                        sides -= 1
                shore[label[r][c]] = shore.get(label[r][c], 0) + sides
    return max(shore.values()) if shore else 0


def flood_and_count_sides(g):
    w = len(g[0]) + 1
    pad = "." * w
    flat = pad + ".".join(g) + "." + pad
    land = {i for i, ch in enumerate(flat) if ch == "#"}
    best = 0
    while land:
        p = land.pop()
        stack = [p]
        shore = 0
        while stack:
            p = stack.pop()
            for q in (p + 1, p - 1, p + w, p - w):
                if flat[q] == ".":
                    shore += 1
                elif q in land:
                    land.remove(q)
                    stack.append(q)
        if shore > best:
            best = shore
    return best


WAYS = ((list_every_island, labels_then_sides), flood_and_count_sides)
