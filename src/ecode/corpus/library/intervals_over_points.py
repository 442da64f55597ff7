"""Count for each point the intervals that contain it."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Intervals over points",
    statement="Each row $l, r$ of $s$ is an interval with $l \\le r$. It contains the point $x$ if $l \\le x \\le r$. For each element of $p$ count the intervals that contain it.",
    inputs=(Rows("s", ("l", "r"), 0, 10**6), Ints("p", 0, 10**6)),
    output=Ints("counts"),
    output_text="the counts in the order of p",
    tags=("intervals", "binary search"),
    difficulty=1300,
    sizes=(5, 40, 380),
)


def generate(rng, size):
    top = rng.choice([2 * size, 9999, 20 * size])
    s = []
    for _ in range(rng.randint(size // 2, size) if size > 1 else rng.randint(0, 1)):
        l, r = sorted((rng.randint(0, top), rng.randint(0, top)))
        s.append((l, r) if rng.random() < 0.7 else (l, min(top, l + rng.randint(0, 3))))
    p = [rng.randint(0, top) for _ in range(size)]
    return s, p


def test_all_intervals(s, p):
    counts = []
    for x in p:
        c = 0
        for l, r in s:
            if l <= x and x <= r:
                c += 1
        counts.append(c)
    return counts


def filter_lists(segments, points):
    answer = []
    for pt in points:
        begun = [seg for seg in segments if seg[0] <= pt]
        alive = [seg for seg in begun if seg[1] >= pt]
        answer.append(len(alive))
    return answer


def begun_minus_ended(segs, pts):
    from bisect import bisect_left, bisect_right

    starts = sorted(l for l, r in segs)
    ends = sorted(r for l, r in segs)
    return [bisect_right(starts, x) - bisect_left(ends, x) for x in pts]


def sweep_with_events(s, p):
    events = []
    for l, r in s:
        events.append((l, 0, 0))
        events.append((r, 2, 0))
    for i in range(len(p)):
        events.append((p[i], 1, i))
    events.sort()
    active = 0
    res = [0] * len(p)
    for _, kind, idx in events:
        if kind == 0:
            active += 1
        elif kind == 2:
            active -= 1
        else:
            res[idx] = active
    return res


WAYS = ((test_all_intervals, filter_lists), (begun_minus_ended, sweep_with_events))
