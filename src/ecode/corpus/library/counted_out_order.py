"""Find the order in which people on a circle are counted out."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Counting out",
    statement="The numbers $1, 2, \\dots, n$ stand on a circle. Counting starts at 1, and every $k$-th number still there is taken away; counting goes on with the next one, until nothing is left. Find the order in which the numbers are taken away.",
    inputs=(Int("n", 1, 2000), Int("k", 1, 5000)),
    output=Ints("order"),
    output_text="the numbers in the order in which they are taken away",
    tags=("simulation", "queues"),
    difficulty=1200,
    sizes=(7, 40, 420),
)


def generate(rng, size):
    n = max(1, size - rng.randint(0, size // 5))
    k = rng.choice([1, 2, rng.randint(1, n), rng.randint(1, n), rng.randint(1, 2 * n)])
    return n, k


def flags_on_the_circle(n, k):
    gone = [False] * n
    order = []
    place = -1
    while len(order) < n:
        steps = 0
        while steps < k:
            place = (place + 1) % n
            if not gone[place]:
                steps += 1
        gone[place] = True
        order.append(place + 1)
    return order


def move_front_to_back(n, k):
    circle = list(range(1, n + 1))
    out = []
    while circle:
        for _ in range(k - 1):
            circle.append(circle.pop(0))
        out.append(circle.pop(0))
    return out


def turning_deque(people, step):
    from collections import deque

    ring = deque(range(1, people + 1))
    result = []
    while ring:
        ring.rotate(1 - step)
        result.append(ring.popleft())
    return result


def index_arithmetic(n, k):
    left = [i + 1 for i in range(n)]
    at = 0
    res = []
    while left:
        at = (at + k - 1) % len(left)
        res.append(left.pop(at))
    return res


WAYS = (flags_on_the_circle, move_front_to_back, (turning_deque, index_arithmetic))
