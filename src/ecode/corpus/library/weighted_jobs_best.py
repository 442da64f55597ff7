"""Best total weight of jobs that do not overlap."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Jobs without overlap",
    statement="Each row of $jobs$ holds a start $l$, an end $r > l$ and a pay $w$. One may take any jobs that do not overlap; a job may start at the moment another one ends. Find the largest total pay.",
    inputs=(Rows("jobs", ("l", "r", "w"), 0, 10**6, 1),),
    output=Int("pay"),
    output_text="the largest total pay",
    tags=("dynamic programming", "sorting", "binary search"),
    difficulty=1600,
    sizes=(4, 40, 420),
)


def generate(rng, size):
    span = rng.choice([3 * size, 10 * size, 20 * size]) + 5
    longest = rng.choice([3, span // 10 + 1, span // 2])
    rows = []
    for _ in range(size):
        l = rng.randint(0, span - 1)
        rows.append((l, l + rng.randint(1, longest), rng.randint(1, rng.choice([5, 1000]))))
    return (rows,)


def compare_with_all_earlier(jobs):
    jobs = sorted(jobs, key=lambda job: job[1])
    best = []
    for i in range(len(jobs)):
        start, end, pay = jobs[i]
        top = pay
        for j in range(i):
            if jobs[j][1] <= start and best[j] + pay > top:
                top = best[j] + pay
        best.append(top)
    return max(best)


def best_by_end_time(jobs):
    income = {0: 0}
    for l, r, w in sorted(jobs, key=lambda x: (x[1], x[0])):
        before = max(v for t, v in income.items() if t <= l)
        here = max(income.values())
        income[r] = max(here, before + w)
    return max(income.values())


def bisect_the_ends(tasks):
    from bisect import bisect_right
    tasks = sorted(tasks, key=lambda t: t[1])
    ends = [t[1] for t in tasks]
    dp = [0]
    for i, (s, e, p) in enumerate(tasks):
        k = bisect_right(ends, s, 0, i)
        dp.append(max(dp[-1], dp[k] + p))
    return dp[-1]


def events_in_order(jobs):
    events = []
    for i, (l, r, w) in enumerate(jobs):
        events.append((l, 1, i))
        events.append((r, 0, i))
    events.sort()
    earned = [0] * len(jobs)
    best = 0
    for _, is_start, i in events:
        if is_start:
            earned[i] = best + jobs[i][2]
        elif earned[i] > best:
            best = earned[i]
    return best


WAYS = ((best_by_end_time, compare_with_all_earlier), (bisect_the_ends, events_in_order))
