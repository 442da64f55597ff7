"""Fewest knight moves between two cells of a board."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Knight on a board",
    statement="A board has $n \\times n$ cells; rows and columns are numbered from 1 to $n$. A knight moves two cells along a row or column and one cell sideways. The two rows of $c$ are the start and the goal, each as row and column. Find the smallest number of moves from the start to the goal, or $-1$ if the goal cannot be reached.",
    inputs=(Int("n", 1, 100), Rows("c", ("row", "column"), 1, 100, 2)),
    output=Int("moves", -1),
    output_text="the smallest number of moves, or $-1$",
    tags=("grids", "breadth-first search"),
    difficulty=1300,
    sizes=(4, 8, 22),
)


def generate(rng, size):
    n = min(100, max(1, size - rng.choice([0, 0, 1])))
    if rng.random() < 0.1:
        n = min(n, 3)
    far = rng.random() < 0.6
    a = (rng.randint(1, n if not far else max(1, n // 4)), rng.randint(1, n if not far else max(1, n // 4)))
    b = (rng.randint(1 if not far else max(1, n - n // 4), n), rng.randint(1 if not far else max(1, n - n // 4), n))
    return n, [a, b]


def lists_of_seen_cells(n, c):
    start, goal = c
    seen = [start]
    queue = [(start, 0)]
    answer = -1
    while queue:
        (r, k), moves = queue.pop(0)
        if (r, k) == goal:
            answer = moves
            break
        for dr in [-2, -1, 1, 2]:
            for dk in [-2, -1, 1, 2]:
                if abs(dr) != abs(dk):
                    cell = (r + dr, k + dk)
                    if 1 <= cell[0] <= n and 1 <= cell[1] <= n and cell not in seen:
                        seen.append(cell)
                        queue.append((cell, moves + 1))
    return answer


def numbers_spread_on_board(n, cells):
    board = [[None] * (n + 1) for _ in range(n + 1)]
    board[cells[0][0]][cells[0][1]] = 0
    jumps = ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1))
    turn = 0
    grown = True
    while grown and board[cells[1][0]][cells[1][1]] is None:
        grown = False
        for i in range(1, n + 1):
            for j in range(1, n + 1):
                if board[i][j] == turn:
                    for a, b in jumps:
                        x, y = i + a, j + b
                        if 0 < x <= n and 0 < y <= n and board[x][y] is None:
                            board[x][y] = turn + 1
                            grown = True
        turn += 1
    result = board[cells[1][0]][cells[1][1]]
    return -1 if result is None else result


def queue_with_marks(n, c):
    from collections import deque
    (sr, sc), goal = c
    dist = {(sr, sc): 0}
    q = deque(dist)
    while q and goal not in dist:
        r, k = q.popleft()
        d = dist[r, k] + 1
        for y, x in ((r + 1, k + 2), (r + 2, k + 1), (r - 1, k + 2), (r - 2, k + 1),
                     (r + 1, k - 2), (r + 2, k - 1), (r - 1, k - 2), (r - 2, k - 1)):
            if 1 <= y <= n and 1 <= x <= n and (y, x) not in dist:
                dist[y, x] = d
                q.append((y, x))
    return dist.get(goal, -1)


def rows_as_bits(n, c):
    # all cells of one distance at once, a bit for each cell, two spare columns
    wide = n + 2
    board = 0
    for r in range(n):
        board |= ((1 << n) - 1) << (r * wide)
    a, b = [1 << ((r - 1) * wide + k - 1) for r, k in c]
    layer = seen = a
    moves = 0
    shifts = (2 * wide + 1, 2 * wide - 1, wide + 2, wide - 2)
    while layer and not layer & b:
        nxt = 0
        for s in shifts:
            nxt |= layer << s | layer >> s
        layer = nxt & board & ~seen
        seen |= layer
        moves += 1
    return moves if layer else -1


WAYS = (lists_of_seen_cells, (numbers_spread_on_board, queue_with_marks), rows_as_bits)
