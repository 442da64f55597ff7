"""Find how many unit cells of a line are covered by segments."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Covered length",
    statement="Each row $l, r$ of $s$ with $l \\le r$ paints the cells $l, l + 1, \\dots, r$ of a long strip. Find the number of cells that are painted at least once.",
    inputs=(Rows("s", ("l", "r"), 0, 20000),),
    output=Int("cells"),
    output_text="the number of painted cells",
    tags=("intervals", "sorting"),
    difficulty=1200,
    sizes=(5, 40, 260),
)


def generate(rng, size):
    top = rng.choice([20 * size, 4000, 20000]) if size > 50 else rng.choice([3 * size, 200])
    span = max(1, top // rng.choice([3, 10, 10]))
    s = []
    for _ in range(size if rng.random() < 0.9 else size // 2):
        l = rng.randint(0, top)
        s.append((l, min(top, l + rng.randint(0, span))))
    return ([(min(l, 20000), min(r, 20000)) for l, r in s],)


def paint_a_set(s):
    painted = set()
    for l, r in s:
        for cell in range(l, r + 1):
            painted.add(cell)
    return len(painted)


def strip_of_flags(rows):
    strip = [False] * 20001
    for row in rows:
        left, right = row
        i = left
        while i <= right:
            if not strip[i]:
                strip[i] = True
            i += 1
    return strip.count(True)


def union_of_ranges(segments):
    cells = set()
    for a, b in segments:
        cells.update(range(a, b + 1))
    return len(cells)


def rightmost_so_far(s):
    total = 0
    reach = -1
    for l, r in sorted(s):
        if l > reach:
            total += r - l + 1
            reach = r
        elif r > reach:
            total += r - reach
            reach = r
    return total


def sweep_line(s):
    marks = []
    for l, r in s:
        marks.append((l, 1))
        marks.append((r + 1, -1))
    marks.sort()
    length = 0
    depth = 0
    prev = 0
    for pos, d in marks:
        if depth > 0:
            length += pos - prev
        depth += d
        prev = pos
    return length


WAYS = ((paint_a_set, strip_of_flags, union_of_ranges), (rightmost_so_far, sweep_line))
