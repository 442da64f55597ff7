"""Give jobs in order to the machine that is free first."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Jobs on machines",
    statement="$m$ equal machines work off the jobs $d$ in the given order; job $i$ takes $d_i$ minutes. Every job goes to the machine that gets free first, and among several of these to the one with the smallest number (from 1 on). Find the machine for each job.",
    inputs=(Ints("d", 1, 10**6), Int("m", 1, 500)),
    output=Ints("machines"),
    output_text="the number of the machine for each job",
    tags=("heaps", "simulation"),
    difficulty=1300,
    sizes=(6, 40, 750),
)


def generate(rng, size):
    high = rng.choice([3, 60, 99999])
    d = [rng.randint(1, high) for _ in range(size)]
    m = rng.choice([2, max(1, size // 3), max(1, size // 4), max(1, size // 2)])
    return d, min(500, m)


def sort_all_machines(d, m):
    machines = []
    for i in range(m):
        machines.append([0, i + 1])
    answer = []
    for t in d:
        machines.sort()
        machines[0][0] += t
        answer.append(machines[0][1])
    return answer


def loop_for_the_first(jobs, count):
    free_at = [0] * count
    out = []
    for job in jobs:
        best = 0
        for k in range(1, count):
            if free_at[k] < free_at[best]:
                best = k
        free_at[best] += job
        out.append(best + 1)
    return out


def index_of_minimum(jobs, m):
    load = [0] * m
    res = []
    for j in jobs:
        k = load.index(min(load))
        load[k] += j
        res.append(k + 1)
    return res


def heap_of_machines(d, m):
    import heapq

    heap = [(0, k) for k in range(1, m + 1)]
    who = []
    for t in d:
        free, k = heap[0]
        who.append(k)
        heapq.heapreplace(heap, (free + t, k))
    return who


WAYS = ((loop_for_the_first, sort_all_machines, index_of_minimum), heap_of_machines)
