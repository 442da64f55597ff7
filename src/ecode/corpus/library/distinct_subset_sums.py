"""Count the different sums of chosen elements."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Different sums",
    statement="Choose any elements of the list $a$, each position at most once, also none (sum 0). Count the different sums that are possible and not greater than $t$.",
    inputs=(Ints("a", 1, 1000), Int("t", 1, 5000)),
    output=Int("count", 1),
    output_text="the number of different sums up to $t$",
    tags=("dynamic programming", "bit manipulation"),
    difficulty=1300,
    sizes=(4, 12, 60),
)


def generate(rng, size):
    top = rng.choice([5, 60, 100]) if size > 30 else rng.choice([5, 30, 200])
    step = rng.choice([1, 1, 2, 5])
    a = [max(1, rng.randint(1, top) // step * step) for _ in range(size)]
    t = rng.randint(max(1, sum(a) // 3), max(1, sum(a) + 5))
    return a, min(t, 560 if size > 30 else 5000)


def list_of_sums(a, t):
    sums = [0]
    for x in a:
        for s in sums[:]:
            if s + x <= t and s + x not in sums:
                sums.append(s + x)
    return len(sums)


def reachable_flags(values, limit):
    possible = [[False] * (limit + 1) for _ in range(len(values) + 1)]
    possible[0][0] = True
    for i, v in enumerate(values):
        for s in range(limit + 1):
            if possible[i][s]:
                possible[i + 1][s] = True
                if s + v <= limit:
                    possible[i + 1][s + v] = True
    count = 0
    for flag in possible[-1]:
        if flag:
            count += 1
    return count


def set_that_grows(a, t):
    got = {0}
    for x in a:
        got |= {s + x for s in got if s + x <= t}
    return len(got)


def bits_of_one_number(nums, top):
    bits = 1
    mask = (1 << (top + 1)) - 1
    for n in nums:
        bits |= (bits << n) & mask
    return bin(bits).count("1")


WAYS = (list_of_sums, reachable_flags, set_that_grows, bits_of_one_number)
