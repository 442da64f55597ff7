"""Find the longest chain of consecutive integers among the values."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Longest chain of values",
    statement="Find the longest sequence $v, v + 1, v + 2, \\dots$ of which every number occurs in $a$; the order inside $a$ does not matter. If there are several of this length, take the one with the smallest $v$.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Ints("chain"),
    output_text="the smallest number and the length of this sequence",
    tags=("hashing", "sorting"),
    difficulty=1200,
    sizes=(8, 50, 480),
)


def generate(rng, size):
    high = rng.choice([size // 2 + 1, size, 2 * size, 10 * size])
    high = min(high, 10**6)
    base = rng.randint(-high, 0)
    a = [base + rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.3:
        x = rng.randint(-1000, 1000)
        a = [x + i for i in range(size)]
        for _ in range(size // 20):
            a[rng.randrange(size)] = x
        rng.shuffle(a)
    return (a,)


def follow_inside_list(a):
    best = [a[0], 0]
    for x in a:
        y = x
        while y in a:
            y += 1
        if y - x > best[1] or (y - x == best[1] and x < best[0]):
            best = [x, y - x]
    return best


def follow_chain_starts(numbers):
    winner = (0, 0)
    for num in numbers:
        if num - 1 in numbers:
            continue
        length = 1
        while num + length in numbers:
            length += 1
        winner = max(winner, (length, -num))
    return [-winner[1], winner[0]]


def sort_and_count(nums):
    nums = sorted(set(nums))
    top = 0
    first = 0
    run = 0
    for i in range(len(nums)):
        if i > 0 and nums[i] == nums[i - 1] + 1:
            run += 1
        else:
            run = 1
        if run > top:
            top = run
            first = nums[i] - run + 1
    return [first, top]


def set_from_chain_starts(a):
    s = set(a)
    best = 0
    start = 0
    for x in s:
        if x - 1 not in s:
            y = x + 1
            while y in s:
                y += 1
            if y - x > best or y - x == best and x < start:
                best = y - x
                start = x
    return [start, best]


def grouped_by_offset(a):
    from itertools import groupby

    groups = []
    for _, g in groupby(enumerate(sorted(set(a))), key=lambda t: t[1] - t[0]):
        members = list(g)
        groups.append((-len(members), members[0][1]))
    n, v = min(groups)
    return [v, -n]


WAYS = (follow_inside_list, follow_chain_starts, (grouped_by_offset, sort_and_count, set_from_chain_starts))
