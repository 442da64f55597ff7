"""List the free gaps of a day that no booking touches."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Free gaps",
    statement="A day has the minutes $0, 1, \\dots, t - 1$. Each row $b, e$ of $s$ with $b < e$ takes the minutes $b, \\dots, e - 1$; minutes from $t$ on do not matter. Find the largest possible blocks of consecutive free minutes, each as its first minute and the minute after its last one.",
    inputs=(Int("t", 1, 10**5), Rows("s", ("b", "e"), 0, 2 * 10**5)),
    output=Rows("gaps", ("first", "end"), 0, 10**5),
    output_text="the blocks in increasing order",
    tags=("intervals", "sorting"),
    difficulty=1300,
    sizes=(4, 30, 400),
)


def generate(rng, size):
    t = rng.randint(max(2, 100 * size), 200 * size) if size > 50 else rng.randint(5 * size, 15 * size)
    t = min(10**5, t)
    span = rng.choice([max(1, t // size), 2 * t // size, max(1, t // 20)])
    s = []
    for _ in range(rng.randint(size // 2, size)):
        b = rng.randint(0, t + 5)
        s.append((b, b + rng.randint(1, span)))
    if rng.random() < 0.08:
        s = [(0, t)]
    return t, s


def look_at_each_minute(t, s):
    free = []
    for minute in range(t):
        free.append(True)
    for b, e in s:
        for minute in range(b, e):
            if minute < t:
                free[minute] = False
    gaps = []
    begin = None
    for minute in range(t):
        if free[minute]:
            if begin is None:
                begin = minute
        elif begin is not None:
            gaps.append((begin, minute))
            begin = None
    if begin is not None:
        gaps.append((begin, t))
    return gaps


def cut_free_pieces(length, bookings):
    pieces = [(0, length)]
    for b, e in bookings:
        remaining = []
        for x, y in pieces:
            if e <= x or b >= y:
                remaining.append((x, y))
                continue
            if x < b:
                remaining.append((x, b))
            if e < y:
                remaining.append((e, y))
        pieces = remaining
    return pieces


def sorted_bookings(t, s):
    s.sort()
    out = []
    free_from = 0
    for b, e in s:
        if free_from >= t:
            break
        if b > free_from:
            out.append((free_from, min(b, t)))
        free_from = max(free_from, e)
    if free_from < t:
        out.append((free_from, t))
    return out


def depth_by_events(limit, rows):
    ev = {0: 0, limit: 0}
    for start, stop in rows:
        ev[start] = ev.get(start, 0) + 1
        ev[stop] = ev.get(stop, 0) - 1
    result = []
    depth = 0
    opened = -1
    for time in sorted(ev):
        if time >= limit:
            if opened >= 0:
                result.append((opened, limit))
            break
        depth += ev[time]
        if depth == 0 and opened < 0:
            opened = time
        elif depth > 0 and opened >= 0:
            result.append((opened, time))
            opened = -1
    return result


WAYS = (look_at_each_minute, (cut_free_pieces, sorted_bookings, depth_by_events))
