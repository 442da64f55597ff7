"""Count the losing piles of a taking game."""

from ecode.corpus.kernel import Ints, Int, Kernel

KERNEL = Kernel(
    title="Taking game",
    statement="Two players take stones from a pile in turn; the number taken must be in the list $moves$. Who cannot move loses. Count the pile sizes from 1 to $n$ for which the player to move can be beaten (the other one can force a win).",
    inputs=(Ints("moves", 1, 5000), Int("n", 1, 5000)),
    output=Int("losing"),
    output_text="how many of the pile sizes $1, \\ldots, n$ are lost for the player to move",
    tags=("games", "dynamic programming"),
    difficulty=1400,
    sizes=(12, 100, 650),
)


def generate(rng, size):
    n = min(5000, rng.randint(max(1, size * 3 // 4), size))
    k = rng.randint(1, 4) if size < 50 else rng.randint(5, 25)
    top = max(2, rng.choice([k + 3, n // 4, n // 2]))
    return [rng.randint(1, top) for _ in range(k)], n


def compare_with_losing_list(moves, n):
    losing = [0]
    for size in range(1, n + 1):
        can_win = False
        for m in moves:
            if size - m in losing:
                can_win = True
        if not can_win:
            losing.append(size)
    return len(losing) - 1


def table_of_winners(steps, limit):
    win = [False] * (limit + 1)
    for p in range(1, limit + 1):
        win[p] = any(p >= s and not win[p - s] for s in steps)
    return win[1:].count(False)


def push_from_losing(moves, n):
    wins = bytearray(n + 1)
    moves = sorted(set(moves))
    lost = 0
    for pile in range(n + 1):
        if not wins[pile]:
            lost += 1
            # every pile one move above a lost one is won
            for m in moves:
                if pile + m > n:
                    break
                wins[pile + m] = 1
    return lost - 1


def shifting_window_bits(moves, n):
    mask = 0
    for m in moves:
        mask |= 1 << (m - 1)
    recent = 1
    losing = 0
    width = (1 << max(moves)) - 1
    for _ in range(n):
        if recent & mask:
            recent = recent << 1 & width
        else:
            recent = (recent << 1 | 1) & width
            losing += 1
    return losing


WAYS = (compare_with_losing_list, table_of_winners, (push_from_losing, shifting_window_bits))
