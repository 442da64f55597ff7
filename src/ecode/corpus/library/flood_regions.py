"""Count the connected regions of open cells in a grid."""

from ecode.corpus.kernel import Grid, Int, Kernel

KERNEL = Kernel(
    title="Open regions",
    statement="In the grid $g$ a dot is open ground and a hash is a wall. Two open cells that share a side belong to the same region.",
    inputs=(Grid("g", ".#"),),
    output=Int("regions"),
    output_text="the number of regions of open ground",
    tags=("grids", "graph traversal"),
    difficulty=1300,
    sizes=(4, 9, 26),
)


def generate(rng, size):
    rows, cols = rng.randint(max(1, size - 2), size), rng.randint(max(1, size - 2), size)
    walls = rng.choice([0.2, 0.4, 0.6])
    return (["".join("#" if rng.random() < walls else "." for _ in range(cols)) for _ in range(rows)],)


def smallest_label_spreads(grid):
    h, w = len(grid), len(grid[0])
    label = [[r * w + c if grid[r][c] == "." else -1 for c in range(w)] for r in range(h)]
    changed = True
    while changed:
        changed = False
        for r in range(h):
            for c in range(w):
                if label[r][c] == -1:
                    continue
                for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                    y, x = r + dr, c + dc
                    if 0 <= y < h and 0 <= x < w and label[y][x] != -1 and label[y][x] < label[r][c]:
                        label[r][c] = label[y][x]
                        changed = True
    distinct = set()
    for row in label:
        for value in row:
            if value != -1:
                distinct.add(value)
    return len(distinct)


def list_as_visited(g):
    n = len(g)
    m = len(g[0])
    vis = []
    ans = 0
    for i in range(n):
        for j in range(m):
            if g[i][j] == "." and (i, j) not in vis:
                ans += 1
                q = [(i, j)]
                vis.append((i, j))
                while len(q) > 0:
                    x, y = q.pop(0)
                    for nx, ny in [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]:
                        if 0 <= nx < n and 0 <= ny < m:
                            if g[nx][ny] == "." and (nx, ny) not in vis:
                                vis.append((nx, ny))
                                q.append((nx, ny))
    return ans


def stack_of_open_cells(g):
    todo = {(r, c) for r, line in enumerate(g) for c, ch in enumerate(line) if ch == "."}
    regions = 0
    while todo:
        stack = [todo.pop()]
        regions += 1
        while stack:
            r, c = stack.pop()
            for cell in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
                if cell in todo:
                    todo.remove(cell)
                    stack.append(cell)
    return regions


WAYS = (list_as_visited, smallest_label_spreads, stack_of_open_cells)
