"""Find the order in which a printer with priorities takes its jobs."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Printing by priority",
    statement="The jobs with the priorities $p_1, p_2, ...$ stand in a queue. The printer takes the first job of the queue; if any other job in the queue has a greater priority, the job goes to the end of the queue, otherwise it is printed. Find the turn of each job: 1 for the job printed first.",
    inputs=(Ints("p", 1, 10**4),),
    output=Ints("turns", 1),
    output_text="the turn of each job in the order of the jobs",
    tags=("simulation", "queue", "sorting"),
    difficulty=1400,
    sizes=(6, 30, 150),
)


def generate(rng, size):
    most = rng.choice([1, 3, 9, 10000]) if size < 60 else rng.choice([15, 40, 10000])
    p = [rng.randint(1, most) for _ in range(size)]
    if rng.random() < 0.15:
        p.sort(reverse=rng.random() < 0.5)
    return (p,)


def compare_with_the_queue(p):
    queue = [[priority, i] for i, priority in enumerate(p)]
    turns = [0] * len(p)
    turn = 0
    while queue:
        job = queue.pop(0)
        must_wait = False
        for other in queue:
            if other[0] > job[0]:
                must_wait = True
        if must_wait:
            queue.append(job)
        else:
            turn += 1
            turns[job[1]] = turn
    return turns


def deque_and_maximum(priorities):
    from collections import deque

    waiting = deque(range(len(priorities)))
    order = []
    while waiting:
        if priorities[waiting[0]] == max(priorities[i] for i in waiting):
            order.append(waiting.popleft())
        else:
            waiting.rotate(-1)
    result = [0] * len(priorities)
    for place, job in enumerate(order, 1):
        result[job] = place
    return result


def queue_beside_sorted_list(p):
    from collections import deque

    line = deque(enumerate(p))
    todo = sorted(p)
    turns = [0] * len(p)
    while todo:
        i, priority = line.popleft()
        if priority == todo[-1]:
            turns[i] = len(p) - len(todo) + 1
            todo.pop()
        else:
            line.append((i, priority))
    return turns


def classes_around_the_circle(p):
    from bisect import bisect_left

    places = {}
    for i, priority in enumerate(p):
        places.setdefault(priority, []).append(i)
    turns = [0] * len(p)
    turn = 0
    here = 0
    for priority in sorted(places, reverse=True):
        group = places[priority]
        # the circle goes on behind the job printed last
        cut = bisect_left(group, here)
        for i in group[cut:] + group[:cut]:
            turn += 1
            turns[i] = turn
            here = i
    return turns


WAYS = ((compare_with_the_queue, deque_and_maximum), queue_beside_sorted_list, classes_around_the_circle)
