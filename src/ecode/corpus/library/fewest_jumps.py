"""Find the smallest number of jumps to the end of a list."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Fewest jumps",
    statement="From position $i$ of $a$ a jump leads forward by 1 to $a_i$ positions. Find the smallest number of jumps from the first position to the last one, or -1 if it cannot be reached.",
    inputs=(Ints("a", 0, 1000),),
    output=Int("jumps"),
    output_text="the smallest number of jumps, or -1",
    tags=("greedy", "dynamic programming"),
    difficulty=1400,
    sizes=(7, 50, 1000),
)


def generate(rng, size):
    top = rng.choice([3, max(2, size // 10), max(2, size // 3), 300])
    low = 0 if rng.random() < 0.25 else 1
    a = [rng.randint(low, top) for _ in range(size)]
    if rng.random() < 0.3 and size > 20:
        a = [min(1000, x + max(0, size // 2 - 10)) for x in a]
    if rng.random() < 0.15:
        a[rng.randrange(size)] = 0
    return (a,)


def table_from_the_end(a):
    n = len(a)
    inf = 10**9
    need = [inf] * n
    need[n - 1] = 0
    for i in range(n - 2, -1, -1):
        for j in range(i + 1, min(n, i + a[i] + 1)):
            if need[j] + 1 < need[i]:
                need[i] = need[j] + 1
    return need[0] if need[0] < inf else -1


def breadth_first_lists(nums):
    last = len(nums) - 1
    level = {0}
    known = {0}
    steps = 0
    while level and last not in known:
        following = set()
        for pos in level:
            for target in range(pos + 1, pos + nums[pos] + 1):
                if target <= last and target not in known:
                    following.add(target)
        known |= following
        level = following
        steps += 1
    return steps if last in known else -1


def first_that_reaches(a):
    # go back from the end to the leftmost place with a direct jump
    place = len(a) - 1
    count = 0
    while place > 0:
        for i in range(place + 1):
            if i == place:
                count = -1
                place = 0
                break
            if i + a[i] >= place:
                place = i
                count += 1
                break
    return count


def furthest_reach(a):
    n = len(a)
    border = 0
    reach = 0
    jumps = 0
    i = 0
    while border < n - 1:
        while i <= border:
            if i + a[i] > reach:
                reach = i + a[i]
            i += 1
        if reach <= border:
            jumps = -1
            break
        border = reach
        jumps += 1
    return jumps


WAYS = ((table_from_the_end, breadth_first_lists), first_that_reaches, furthest_reach)
