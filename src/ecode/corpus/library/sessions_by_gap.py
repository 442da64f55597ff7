"""Count the sessions of users in a log of visits."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Sessions in a log",
    statement="Each row of $v$ is a visit of a user at a time; the rows are in no special order. Visits of the same user belong to the same session if no pause between two successive visits of this user within it is longer than $g$. Find the number of sessions of all users together.",
    inputs=(Rows("v", ("user", "time"), 0, 10**6, 1), Int("g", 0, 1000)),
    output=Int("sessions"),
    output_text="the number of sessions",
    tags=("records", "grouping", "sorting"),
    difficulty=1200,
    sizes=(6, 40, 430),
)


def generate(rng, size):
    users = rng.choice([1, 2, size // 4 + 1, size])
    span = rng.choice([size, 10 * size, 200 * size])
    rows = [(rng.randint(1, users), rng.randint(0, span)) for _ in range(size)]
    return rows, rng.choice([0, 1, rng.randint(1, 60), rng.randint(1, 1000)])


def look_for_earlier_visit(v, g):
    sessions = 0
    for i in range(len(v)):
        begins = True
        for j in range(len(v)):
            if i != j and v[i][0] == v[j][0]:
                pause = v[i][1] - v[j][1]
                if 0 < pause <= g or (pause == 0 and j < i):
                    begins = False
        if begins:
            sessions += 1
    return sessions


def filter_per_user(visits, gap):
    total = 0
    users = []
    for user, _ in visits:
        if user in users:
            continue
        users.append(user)
        times = sorted([t for u, t in visits if u == user])
        total += 1
        for i in range(len(times) - 1):
            if times[i + 1] - times[i] > gap:
                total += 1
    return total


def one_sorted_sweep(v, g):
    count = 0
    who, when = None, None
    for user, time in sorted(v):
        if user != who or time - when > g:
            count += 1
        who, when = user, time
    return count


def dictionary_of_last_visit(v, g):
    v.sort(key=lambda row: row[1])
    last = {}
    n = 0
    for user, t in v:
        if t - last.get(user, -g - 1) > g:
            n += 1
        last[user] = t
    return n


WAYS = (look_for_earlier_visit, filter_per_user, (one_sorted_sweep, dictionary_of_last_visit))
