"""Intersect two sorted lists of separate intervals."""

from ecode.corpus.kernel import Kernel, Rows

KERNEL = Kernel(
    title="Common parts of two timetables",
    statement="Each row $b, e$ of $p$ and of $q$ with $b < e$ stands for the minutes $b, \\dots, e - 1$. Inside $p$ the rows are sorted, and every row begins after the end of the one before it, that is, its $b$ is larger than the $e$ before; the same holds for $q$. Find the maximal blocks of consecutive minutes that belong to a row of $p$ and to a row of $q$, each with its first minute and the minute after its last one.",
    inputs=(Rows("p", ("b", "e"), 0, 50000), Rows("q", ("b", "e"), 0, 50000)),
    output=Rows("common", ("b", "e"), 0, 50000),
    output_text="the blocks in increasing order",
    tags=("two pointers", "intervals"),
    difficulty=1300,
    sizes=(3, 20, 210),
)


def generate(rng, size):
    stretch = rng.choice([4, 20, 60])
    both = []
    for _ in range(2):
        rows, at = [], rng.randint(0, stretch)
        length = rng.choice([2, stretch, stretch])
        for _ in range(rng.randint(size // 2, size)):
            e = at + rng.randint(1, length)
            rows.append((at, e))
            at = e + rng.randint(1, stretch)
        both.append(rows)
    return both[0], both[1]


def sets_of_minutes(p, q):
    first = set()
    for b, e in p:
        for minute in range(b, e):
            first.add(minute)
    both = []
    for b, e in q:
        for minute in range(b, e):
            if minute in first:
                both.append(minute)
    both.sort()
    blocks = []
    for minute in both:
        if blocks and blocks[-1][1] == minute:
            blocks[-1] = (blocks[-1][0], minute + 1)
        else:
            blocks.append((minute, minute + 1))
    return blocks


def cross_every_pair(xs, ys):
    common = []
    for a, b in xs:
        for c, d in ys:
            low = max(a, c)
            high = min(b, d)
            if low < high:
                common.append((low, high))
    return sorted(common)


def pop_the_fronts(p, q):
    res = []
    while p and q:
        start = max(p[0][0], q[0][0])
        stop = min(p[0][1], q[0][1])
        if start < stop:
            res.append((start, stop))
        if p[0][1] < q[0][1]:
            p.pop(0)
        else:
            q.pop(0)
    return res


def two_places(p, q):
    i = j = 0
    out = []
    while i < len(p) and j < len(q):
        a, b = p[i]
        c, d = q[j]
        s = a if a > c else c
        if b < d:
            if s < b:
                out.append((s, b))
            i += 1
        else:
            if s < d:
                out.append((s, d))
            j += 1
    return out


WAYS = (cross_every_pair, sets_of_minutes, (pop_the_fronts, two_places))
