"""Areas of the islands of a map, in order."""

from ecode.corpus.kernel import Grid, Ints, Kernel

KERNEL = Kernel(
    title="Sizes of islands",
    statement="In the map $g$ a hash is land and a dot is water. Land cells that touch by a side or a corner belong to the same island. List the numbers of cells of all islands from the largest to the smallest; the list is empty if there is no land.",
    inputs=(Grid("g", "#."),),
    output=Ints("areas", shortest=0),
    output_text="the sizes of the islands, largest first",
    tags=("grids", "graph traversal", "union-find"),
    difficulty=1300,
    sizes=(4, 9, 32),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 2), size) for _ in range(2)]
    land = rng.choice([0.15, 0.3, 0.35, 0.4, 0.6]) if size < 20 else rng.choice([0.3, 0.35, 0.4, 0.5])
    return (["".join("#" if rng.random() < land else "." for _ in range(cols)) for _ in range(rows)],)


def merge_lists_of_cells(g):
    islands = []
    for r in range(len(g)):
        for c in range(len(g[0])):
            if g[r][c] == "#":
                mine = [(r, c)]
                others = []
                for island in islands:
                    near = False
                    for cell in [(r, c - 1), (r - 1, c - 1), (r - 1, c), (r - 1, c + 1)]:
                        if cell in island:
                            near = True
                    if near:
                        mine = mine + island
                    else:
                        others.append(island)
                islands = others + [mine]
    return sorted([len(island) for island in islands], reverse=True)


def flood_with_visited_list(world):
    height, width = len(world), len(world[0])
    visited = []
    sizes = []
    for y in range(height):
        for x in range(width):
            if world[y][x] == "." or (y, x) in visited:
                continue
            before = len(visited)
            visited.append((y, x))
            k = before
            while k < len(visited):
                cy, cx = visited[k]
                k += 1
                for ny in range(max(0, cy - 1), min(height, cy + 2)):
                    for nx in range(max(0, cx - 1), min(width, cx + 2)):
                        if world[ny][nx] == "#" and (ny, nx) not in visited:
                            visited.append((ny, nx))
            sizes.append(len(visited) - before)
    sizes.sort()
    return sizes[::-1]


def sink_the_land(g):
    w = len(g[0]) + 2
    flat = list("." * w + "".join("." + row + "." for row in g) + "." * w)
    steps = (1, -1, w, -w, w + 1, w - 1, 1 - w, -1 - w)
    areas = []
    for p, ch in enumerate(flat):
        if flat[p] == "#":
            flat[p] = "."
            stack = [p]
            area = 0
            while stack:
                q = stack.pop()
                area += 1
                for s in steps:
                    if flat[q + s] == "#":
                        flat[q + s] = "."
                        stack.append(q + s)
            areas.append(area)
    return sorted(areas, reverse=True)


def join_runs_of_rows(g):
    import re
    parent, size = [], []

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    above = []
    for row in g:
        current = []
        j = 0
        for m in re.finditer("#+", row):
            a, b = m.span()
            me = len(parent)
            parent.append(me)
            size.append(b - a)
            current.append((a, b, me))
            # runs above that touch [a - 1, b]
            while j < len(above) and above[j][1] < a:
                j += 1
            k = j
            while k < len(above) and above[k][0] <= b:
                top = find(above[k][2])
                mine = find(me)
                if top != mine:
                    parent[mine] = top
                    size[top] += size[mine]
                k += 1
        above = current
    return sorted((size[i] for i in range(len(parent)) if parent[i] == i), reverse=True)


WAYS = ((flood_with_visited_list, merge_lists_of_cells), (sink_the_land, join_runs_of_rows))
