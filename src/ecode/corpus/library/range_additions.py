"""Apply additions to ranges of a list of zeros and show the list."""

from ecode.corpus.kernel import Int, Ints, Kernel, Rows

KERNEL = Kernel(
    title="Additions to ranges",
    statement="A list of $n$ zeros is given. Every row $l, r, v$ of $u$ adds $v$ to all elements at the positions from $l$ to $r$, both included, counted from 1; a row with $l > r$ changes nothing. All $l, r$ are between 1 and $n$.",
    inputs=(Int("n", 1, 2000), Rows("u", ("l", "r", "v"), 1, 2000)),
    output=Ints("values"),
    output_text="the list after all rows",
    tags=("difference arrays",),
    difficulty=1200,
    sizes=(6, 40, 480),
)


def generate(rng, size):
    n = size if size < 100 else 3 * size
    u = []
    for _ in range(rng.randint(max(0, size // 2), size)):
        l, r = rng.randint(1, n), rng.randint(1, n)
        if l > r and rng.random() < 0.85:
            l, r = r, l
        if rng.random() < 0.3:
            l, r = (l + 1) // 2, (r + n) // 2
        u.append((l, r, rng.randint(1, 100)))
    return n, u


def touch_every_element(n, u):
    a = [0 for _ in range(n)]
    for row in u:
        for i in range(row[0], row[1] + 1):
            a[i - 1] = a[i - 1] + row[2]
    return a


def rebuilt_slices(n, updates):
    cells = [0] * n
    for lo, hi, extra in updates:
        if lo <= hi:
            cells[lo - 1:hi] = [c + extra for c in cells[lo - 1:hi]]
    return cells


def difference_list(size, ops):
    delta = [0] * (size + 2)
    for l, r, v in ops:
        if l > r:
            continue
        delta[l] += v
        delta[r + 1] -= v
    out = []
    running = 0
    for pos in range(1, size + 1):
        running += delta[pos]
        out.append(running)
    return out


def sorted_events(n, u):
    from itertools import accumulate

    d = dict.fromkeys(range(n + 1), 0)
    for l, r, v in u:
        if r >= l:
            d[l - 1] += v
            d[r] -= v
    return list(accumulate(d[i] for i in range(n)))


WAYS = (touch_every_element, rebuilt_slices, (difference_list, sorted_events))
