"""Find when each person of a queue has bought all tickets."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Finishing times in a queue",
    statement="Person $i$ of a queue wants $t_i$ tickets. In every second the first person buys one ticket; then they leave if they have all they want, and otherwise go to the end of the queue. Find for each person the second (counted from 1) in which they buy their last ticket.",
    inputs=(Ints("t", 1, 10**4),),
    output=Ints("times"),
    output_text="the seconds in the order of the persons",
    tags=("queues", "simulation", "sorting"),
    difficulty=1500,
    sizes=(4, 30, 120),
)


def generate(rng, size):
    high = rng.choice([3, 40] if size < 100 else [600, 1500, 2500])
    t = [rng.randint(1, high) for _ in range(size)]
    if rng.random() < 0.15:
        t = [rng.randint(1, 5 * size)] * size
    return (t,)


def list_as_queue(t):
    queue = [[i, x] for i, x in enumerate(t)]
    times = [0] * len(t)
    clock = 0
    while len(queue) > 0:
        clock += 1
        person = queue.pop(0)
        person[1] -= 1
        if person[1] == 0:
            times[person[0]] = clock
        else:
            queue.append(person)
    return times


def deque_of_indices(tickets):
    from collections import deque

    want = tickets[:]
    line = deque(range(len(want)))
    done = [0] * len(want)
    second = 0
    while line:
        who = line.popleft()
        second += 1
        want[who] -= 1
        if want[who]:
            line.append(who)
        else:
            done[who] = second
    return done


def add_for_every_pair(t):
    result = []
    for i in range(len(t)):
        total = 0
        for j in range(len(t)):
            if j <= i:
                total += min(t[j], t[i])
            else:
                total += min(t[j], t[i] - 1)
        result.append(total)
    return result


def in_order_of_wishes(t):
    from bisect import bisect_left, insort

    n = len(t)
    order = sorted(range(n), key=t.__getitem__)
    ans = [0] * n
    finished = []
    spent = 0
    i = 0
    while i < n:
        w = t[order[i]]
        j = i
        while j < n and t[order[j]] == w:
            j += 1
        # before the last round: those who finished earlier, and w - 1 for all others
        base = spent + (n - i) * (w - 1)
        for p in order[i:j]:
            ans[p] = base + p + 1 - bisect_left(finished, p)
        for p in order[i:j]:
            insort(finished, p)
            spent += w
        i = j
    return ans


WAYS = (list_as_queue, deque_of_indices, add_for_every_pair, in_order_of_wishes)
