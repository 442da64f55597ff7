"""Choose unit jobs with deadlines for the largest pay."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Jobs with deadlines",
    statement="Each row $t, w$ of $j$ is a job that takes one day, must be done on one of the days $1, \\dots, t$ and brings the pay $w$. On each day at most one job is done. Find the largest total pay.",
    inputs=(Rows("j", ("t", "w"), 1, 10**5),),
    output=Int("pay"),
    output_text="the largest total pay",
    tags=("greedy", "heaps", "union-find"),
    difficulty=1600,
    sizes=(5, 40, 450),
)


def generate(rng, size):
    days = max(1, rng.choice([size // 2, size, size // 4 + 1]))
    high = rng.choice([5, 100, 9999])
    number = size if rng.random() < 0.95 else 0
    return ([(rng.randint(1, days), rng.randint(1, high)) for _ in range(number)],)


def feasible_with_sorted_choice(j):
    chosen = []
    pay = 0
    for t, w in sorted(j, key=lambda row: -row[1]):
        attempt = sorted(chosen + [t])
        fine = True
        for day, deadline in enumerate(attempt, 1):
            if day > deadline:
                fine = False
                break
        if fine:
            chosen = attempt
            pay += w
    return pay


def latest_free_day(jobs):
    taken = []
    total = 0
    for deadline, wage in sorted(jobs, key=lambda job: job[1], reverse=True):
        day = deadline
        while day > 0 and day in taken:
            day -= 1
        if day > 0:
            taken.append(day)
            total += wage
    return total


def days_from_the_last(jobs):
    total = 0
    open_jobs = list(jobs)
    day = max([t for t, w in open_jobs], default=0)
    while day > 0:
        best = None
        for job in open_jobs:
            if job[0] >= day and (best is None or job[1] > best[1]):
                best = job
        if best:
            total += best[1]
            open_jobs.remove(best)
        day -= 1
    return total


def exchange_the_cheapest(j):
    import heapq

    kept = []
    for t, w in sorted(j):
        heapq.heappush(kept, w)
        if len(kept) > t:
            heapq.heappop(kept)
    return sum(kept)


def union_of_taken_days(j):
    last = max((t for t, _ in j), default=0)
    free = list(range(last + 1))
    answer = 0
    for t, w in sorted(j, key=lambda x: -x[1]):
        d = t
        while free[d] != d:
            free[d] = free[free[d]]
            d = free[d]
        if d:
            answer += w
            free[d] = d - 1
    return answer


WAYS = (latest_free_day, (feasible_with_sorted_choice, days_from_the_last), (union_of_taken_days, exchange_the_cheapest))
