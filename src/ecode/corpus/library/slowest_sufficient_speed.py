"""Find the smallest speed that finishes all piles in time."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Slowest sufficient speed",
    statement="With speed $v$ (a positive integer) a pile of $x$ pieces takes $x / v$ hours, rounded up. All piles $p$ are worked off one after the other. Find the smallest $v$ that needs at most $h$ hours in all; $h$ is at least the number of piles.",
    inputs=(Ints("p", 1, 10**5), Int("h", 1, 10**7)),
    output=Int("speed"),
    output_text="the smallest speed",
    tags=("binary search",),
    difficulty=1300,
    sizes=(5, 20, 150),
)


def generate(rng, size):
    high = rng.choice([10, 15 * size, 40 * size])
    p = [rng.randint(1, high) for _ in range(size)]
    h = rng.choice([size, size + rng.randint(0, size), rng.randint(size, 4 * size), sum(p) // 9 + size])
    return p, h


def one_piece_faster(p, h):
    v = 1
    while True:
        hours = 0
        for x in p:
            hours += x // v
            if x % v != 0:
                hours += 1
        if hours <= h:
            break
        v += 1
    return v


def downwards_while_possible(piles, limit):
    speed = max(piles)
    while speed > 1 and sum(-(-x // (speed - 1)) for x in piles) <= limit:
        speed -= 1
    return speed


def halve_the_range(piles, hours):
    low = 1
    high = max(piles)
    while low < high:
        middle = (low + high) // 2
        needed = 0
        for pile in piles:
            needed += (pile + middle - 1) // middle
        if needed <= hours:
            high = middle
        else:
            low = middle + 1
    return low


def bisect_with_key(p, h):
    from bisect import bisect_left

    speeds = range(-(-sum(p) // h), max(p) + 1)
    i = bisect_left(speeds, -h, key=lambda v: -sum((x - 1) // v + 1 for x in p))
    return speeds[i]


WAYS = ((one_piece_faster, downwards_while_possible), (halve_the_range, bisect_with_key))
