"""Decide which requests pass a limit per client and time window."""

from ecode.corpus.kernel import Int, Kernel, Rows, Str

KERNEL = Kernel(
    title="Rate limit",
    statement="The rows of $r$ are requests in order, with times that never decrease. A request of a client at time $t$ is accepted if fewer than $k$ requests of the same client have been accepted at times greater than $t - d$ before it in the list; otherwise it is refused and does not count.",
    inputs=(Rows("r", ("client", "time"), 1, 10**6, 1), Int("k", 1, 100), Int("d", 1, 10**5)),
    output=Str("marks", "AR"),
    output_text="one letter for each request, 'A' for accepted and 'R' for refused, as one word",
    tags=("records", "queue", "simulation"),
    difficulty=1200,
    sizes=(6, 40, 560),
)


def generate(rng, size):
    clients = rng.choice([1, 2, 5, size // 5 + 1])
    time = rng.randint(1, 50)
    rows = []
    for _ in range(size):
        rows.append((rng.randint(1, clients), time))
        time += rng.choice([0, 0, 1, rng.randint(0, 9)])
    return rows, rng.choice([1, 2, rng.randint(1, 20)]), rng.choice([1, 10, rng.randint(1, size * 3)])


def count_in_the_past(r, k, d):
    marks = ""
    for i in range(len(r)):
        client, now = r[i]
        recent = 0
        for j in range(i):
            if marks[j] == "A" and r[j][0] == client and r[j][1] > now - d:
                recent += 1
        if recent < k:
            marks += "A"
        else:
            marks += "R"
    return marks


def rebuild_the_list(requests, limit, window):
    accepted = []
    out = []
    for client, now in requests:
        accepted = [(c, t) for c, t in accepted if t > now - window]
        mine = [t for c, t in accepted if c == client]
        if len(mine) < limit:
            accepted.append((client, now))
            out.append("A")
        else:
            out.append("R")
    return "".join(out)


def kth_accepted_before(r, k, d):
    accepted = {}
    marks = []
    for client, t in r:
        times = accepted.setdefault(client, [])
        # only the k-th last accepted one matters
        if len(times) >= k and times[-k] > t - d:
            marks.append("R")
        else:
            times.append(t)
            marks.append("A")
    return "".join(marks)


def queues_of_clients(r, k, d):
    from collections import defaultdict, deque

    queues = defaultdict(deque)
    result = ""
    for client, t in r:
        q = queues[client]
        while q and q[0] <= t - d:
            q.popleft()
        ok = len(q) < k
        if ok:
            q.append(t)
        result += "A" if ok else "R"
    return result


WAYS = ((count_in_the_past, rebuild_the_list), (kth_accepted_before, queues_of_clients))
