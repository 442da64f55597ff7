"""Find how many intervals are open at the busiest moment, and the first such moment."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="The busiest moment",
    statement="Each row $b, e$ of $v$ with $b < e$ is a visit: the visitor is there at the moments $b, b + 1, \\dots, e - 1$. Find the largest number of visitors that are there at the same moment, and the first moment at which there are so many.",
    inputs=(Rows("v", ("b", "e"), 0, 10**6, 1),),
    output=Ints("busiest"),
    output_text="the largest number and the first moment of it",
    tags=("intervals", "sweeping"),
    difficulty=1300,
    sizes=(5, 40, 460),
)


def generate(rng, size):
    top = rng.choice([2 * size + 2, 600, 30000])
    v = []
    for _ in range(size):
        b = rng.randint(0, top - 1)
        v.append((b, min(top, b + rng.randint(1, max(1, top // rng.choice([2, 5, 20]))))))
    return (v,)


def try_every_begin(v):
    best = 0
    when = 0
    for moment, _ in sorted(v):
        present = 0
        for b, e in v:
            if b <= moment < e:
                present += 1
        if present > best:
            best = present
            when = moment
    return [best, when]


def counts_by_begin(visits):
    counts = {}
    for begin in set(b for b, e in visits):
        counts[begin] = len([1 for b, e in visits if b <= begin and e > begin])
    most = max(counts.values())
    first = min(t for t in counts if counts[t] == most)
    return [most, first]


def sorted_plus_and_minus(rows):
    changes = []
    for start, stop in rows:
        changes.append((start, 1))
        changes.append((stop, -1))
    changes.sort()
    here = 0
    top = 0
    moment = -1
    for t, step in changes:
        here += step
        if here > top:
            top = here
            moment = t
    return [top, moment]


def two_sorted_lists(v):
    begins = sorted(x[0] for x in v)
    ends = sorted(x[1] for x in v)
    gone = 0
    peak = 0
    peak_time = 0
    for came, t in enumerate(begins, 1):
        while ends[gone] <= t:
            gone += 1
        if came - gone > peak:
            peak, peak_time = came - gone, t
    return [peak, peak_time]


WAYS = (try_every_begin, counts_by_begin, (sorted_plus_and_minus, two_sorted_lists))
