"""Lowest possible greatest height of a walk across a matrix."""

from ecode.corpus.kernel import Int, Kernel, Matrix

KERNEL = Kernel(
    title="The lowest pass",
    statement="The matrix $a$ holds heights. A walk goes from the top left cell to the bottom right cell, each step to a cell that shares a side; its height is the largest height of a cell that it visits, the first and the last one included. Find the smallest possible height of a walk.",
    inputs=(Matrix("a", 0, 10**6),),
    output=Int("height"),
    output_text="the smallest possible height of a walk",
    tags=("grids", "binary search", "union-find"),
    difficulty=1700,
    sizes=(3, 7, 26),
)


def generate(rng, size):
    rows, cols = [rng.randint(max(1, size - 1), size) for _ in range(2)]
    high = rng.choice([2, 50, 10**6]) if size < 20 else rng.choice([999, 9999])
    a = [[rng.randint(0, high) for _ in range(cols)] for _ in range(rows)]
    if rng.random() < 0.8:
        a[0][0] //= 4
        a[-1][-1] //= 4
    return (a,)


def raise_the_limit(a):
    n, m = len(a), len(a[0])
    answer = None
    for limit in sorted(set(v for row in a for v in row)):
        if a[0][0] > limit:
            continue
        seen = {(0, 0)}
        stack = [(0, 0)]
        while stack:
            r, c = stack.pop()
            for y, x in [(r, c + 1), (r, c - 1), (r + 1, c), (r - 1, c)]:
                if 0 <= y < n and 0 <= x < m and a[y][x] <= limit and (y, x) not in seen:
                    seen.add((y, x))
                    stack.append((y, x))
        if (n - 1, m - 1) in seen:
            answer = limit
            break
    return answer


def pass_heights_settle(h):
    need = [[10 ** 9] * len(row) for row in h]
    need[0][0] = h[0][0]
    todo = [(0, 0)]
    while todo:
        r, c = todo.pop(0)
        for y, x in ((r + 1, c), (r, c + 1), (r - 1, c), (r, c - 1)):
            if y in range(len(h)) and x in range(len(h[0])):
                v = max(need[r][c], h[y][x])
                if v < need[y][x]:
                    need[y][x] = v
                    todo.append((y, x))
    return need[-1][-1]


def search_for_the_limit(a):
    n, m = len(a), len(a[0])
    levels = sorted({v for row in a for v in row})

    def crosses(limit):
        if a[0][0] > limit or a[-1][-1] > limit:
            return False
        open_cell = [[v <= limit for v in row] for row in a]
        open_cell[0][0] = False
        stack = [(0, 0)]
        while stack:
            r, c = stack.pop()
            if r == n - 1 and c == m - 1:
                return True
            for y, x in ((r, c - 1), (r - 1, c), (r, c + 1), (r + 1, c)):
                if 0 <= y < n and 0 <= x < m and open_cell[y][x]:
                    open_cell[y][x] = False
                    stack.append((y, x))
        return False

    lo, hi = 0, len(levels) - 1
    while lo < hi:
        mid = (lo + hi) // 2
        if crosses(levels[mid]):
            hi = mid
        else:
            lo = mid + 1
    return levels[lo]


def lowest_cell_next(a):
    from heapq import heappop, heappush
    n, m = len(a), len(a[0])
    heap = [(a[0][0], 0, 0)]
    seen = [[False] * m for _ in range(n)]
    seen[0][0] = True
    top = 0
    while heap:
        v, r, c = heappop(heap)
        if v > top:
            top = v
        if r == n - 1 and c == m - 1:
            break
        for y, x in ((r + 1, c), (r, c + 1), (r - 1, c), (r, c - 1)):
            if 0 <= y < n and 0 <= x < m and not seen[y][x]:
                seen[y][x] = True
                heappush(heap, (a[y][x], y, x))
    return top


WAYS = ((raise_the_limit, pass_heights_settle), (search_for_the_limit, lowest_cell_next))
