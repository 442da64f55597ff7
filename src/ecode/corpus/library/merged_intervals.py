"""Join overlapping and touching intervals."""

from ecode.corpus.kernel import Kernel, Rows

KERNEL = Kernel(
    title="Joined intervals",
    statement="Each row $l, r$ of $s$ is the interval of all real numbers from $l$ to $r$, both included, with $l \\le r$. Join the intervals that share at least one number until no two of them do.",
    inputs=(Rows("s", ("l", "r"), 0, 10**5, 1),),
    output=Rows("joined", ("l", "r"), 0, 10**5),
    output_text="the remaining intervals from left to right",
    tags=("intervals", "sorting"),
    difficulty=1200,
    sizes=(5, 40, 450),
)


def generate(rng, size):
    top = rng.choice([10 * size, 40 * size, 10**5])
    longest = max(1, rng.choice([top // (2 * size), top // size, 2]))
    s = []
    for _ in range(size):
        l = rng.randint(0, top - 1)
        s.append((l, min(top, l + rng.randint(0, longest))))
    return (s,)


def join_until_stable(s):
    groups = [list(row) for row in s]
    changed = True
    while changed:
        changed = False
        for i in range(len(groups)):
            for j in range(len(groups) - 1, i, -1):
                if groups[i][0] <= groups[j][1] and groups[j][0] <= groups[i][1]:
                    groups[i] = [min(groups[i][0], groups[j][0]), max(groups[i][1], groups[j][1])]
                    groups.pop(j)
                    changed = True
    return sorted((a, b) for a, b in groups)


def insert_one_at_a_time(rows):
    result = []
    for lo, hi in rows:
        rest = []
        for a, b in result:
            if b < lo or a > hi:
                rest.append((a, b))
            else:
                lo = min(lo, a)
                hi = max(hi, b)
        rest.append((lo, hi))
        result = rest
    result.sort()
    return result


def sort_and_sweep(intervals):
    out = []
    for left, right in sorted(intervals):
        if out and left <= out[-1][1]:
            if right > out[-1][1]:
                out[-1] = (out[-1][0], right)
        else:
            out.append((left, right))
    return out


def starts_against_ends(s):
    # a join ends where the next start lies beyond the i-th end
    starts = sorted(l for l, _ in s)
    ends = sorted(r for _, r in s)
    joined = []
    begin = 0
    n = len(s)
    for i in range(n):
        if i == n - 1 or starts[i + 1] > ends[i]:
            joined.append((starts[begin], ends[i]))
            begin = i + 1
    return joined


WAYS = (join_until_stable, insert_one_at_a_time, (sort_and_sweep, starts_against_ends))
