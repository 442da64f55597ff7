"""Edit distance of two words."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Single-letter edits",
    statement="One step inserts a letter, deletes a letter or replaces a letter by another one. Find the smallest number of steps that turn $s$ into $t$.",
    inputs=(Str("s"), Str("t")),
    output=Int("steps"),
    output_text="the smallest number of steps",
    tags=("dynamic programming", "strings"),
    difficulty=1500,
    sizes=(6, 30, 160),
)


def generate(rng, size):
    letters = "abcdefghijklmnopqrstuvwxyz"[:rng.choice([2, 5, 26])]
    s = [rng.choice(letters) for _ in range(size)]
    t = list(s)
    for _ in range(rng.choice([0, 2, size // 8, size // 4, size])):
        p = rng.randrange(len(t))
        kind = rng.randrange(3)
        if kind == 0:
            t.insert(p, rng.choice(letters))
        elif kind == 1 and len(t) > 1:
            t.pop(p)
        else:
            t[p] = rng.choice(letters)
    return "".join(s), "".join(t)


def table_with_three_choices(s, t):
    n, m = len(s), len(t)
    dist = [[0] * (m + 1) for i in range(n + 1)]
    for i in range(n + 1):
        dist[i][0] = i
    for j in range(m + 1):
        dist[0][j] = j
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            cost = 0 if s[i - 1] == t[j - 1] else 1
            dist[i][j] = min(dist[i - 1][j] + 1, dist[i][j - 1] + 1, dist[i - 1][j - 1] + cost)
    return dist[n][m]


def one_row_with_corner(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        corner = i - 1
        left = row[0] = i
        for j, y in enumerate(b, 1):
            up = row[j]
            if x != y:
                if up < corner:
                    corner = up
                if left < corner:
                    corner = left
                corner += 1
            left = row[j] = corner
            corner = up
    return row[-1]


def furthest_on_diagonals(s, t):
    # reach[d]: how far diagonal d (place in t minus place in s) gets with e steps
    n, m = len(s), len(t)
    goal = m - n
    far = -10**9
    steps = 0
    k = 0
    while k < n and k < m and s[k] == t[k]:
        k += 1
    reach = {0: k}
    while reach.get(goal, far) < n:
        steps += 1
        nxt = {}
        for d in range(-steps, steps + 1):
            i = max(reach.get(d, far) + 1, reach.get(d - 1, far), reach.get(d + 1, far) + 1)
            i = min(i, n, m - d)
            while 0 <= i < n and i + d < m and s[i] == t[i + d]:
                i += 1
            nxt[d] = i
        reach = nxt
    return steps


def bits_of_a_column(s, t):
    peq = {}
    for i, c in enumerate(s):
        peq[c] = peq.get(c, 0) | (1 << i)
    n = len(s)
    full = (1 << n) - 1
    top = 1 << (n - 1)
    plus, minus = full, 0
    score = n
    for c in t:
        eq = peq.get(c, 0)
        xv = eq | minus
        xh = ((((eq & plus) + plus) ^ plus) | eq) & full
        ph = minus | (full & ~(xh | plus))
        mh = plus & xh
        if ph & top:
            score += 1
        elif mh & top:
            score -= 1
        ph = (ph << 1 | 1) & full
        mh = (mh << 1) & full
        plus = mh | (full & ~(xv | ph))
        minus = ph & xv
    return score


WAYS = (table_with_three_choices, (one_row_with_corner, furthest_on_diagonals), bits_of_a_column)
