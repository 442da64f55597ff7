"""Find the largest sum of a block on a circle of numbers."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Best block on a circle",
    statement="The elements of $a$ stand on a circle: the last one is followed by the first. Find the largest sum of a block of consecutive elements on the circle. A block has at least one element and contains no position twice.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Int("sum"),
    output_text="the largest sum",
    tags=("dynamic programming",),
    difficulty=1500,
    sizes=(5, 40, 300),
)


def generate(rng, size):
    low, high = rng.choice([(-10, 10), (-5, 9), (-9, 3), (-9, -1), (0, 5), (-(10**6), 10**6)])
    return ([rng.randint(low, high) for _ in range(size)],)


def modulo_walk(a):
    n = len(a)
    best = a[0]
    for start in range(n):
        s = 0
        for step in range(n):
            s += a[(start + step) % n]
            if s > best:
                best = s
    return best


def turn_and_sum(ring):
    answers = []
    for _ in range(len(ring)):
        total = 0
        top = ring[0]
        for v in ring:
            total += v
            top = max(top, total)
        answers.append(top)
        ring.append(ring.pop(0))
    return max(answers)


def accumulate_each_rotation(a):
    from itertools import accumulate

    return max(max(accumulate(a[i:] + a[:i])) for i in range(len(a)))


def largest_and_smallest_block(a):
    total = 0
    hi_here = lo_here = 0
    hi = a[0]
    lo = a[0]
    for x in a:
        total += x
        hi_here = hi_here + x if hi_here > 0 else x
        lo_here = lo_here + x if lo_here < 0 else x
        if hi_here > hi:
            hi = hi_here
        if lo_here < lo:
            lo = lo_here
    # if the smallest block is everything, nothing would be left
    res = hi if hi < 0 else max(hi, total - lo)
    return res


def prefix_window_deque(a):
    from collections import deque

    n = len(a)
    sums = [0]
    for x in a + a:
        sums.append(sums[-1] + x)
    dq = deque([0])
    best = a[0]
    for j in range(1, 2 * n + 1):
        if dq[0] < j - n:
            dq.popleft()
        if sums[j] - sums[dq[0]] > best:
            best = sums[j] - sums[dq[0]]
        while dq and sums[dq[-1]] >= sums[j]:
            dq.pop()
        dq.append(j)
    return best


WAYS = ((modulo_walk, turn_and_sum), accumulate_each_rotation, prefix_window_deque, largest_and_smallest_block)
