"""Count the ways to put signs so that the total is a target."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Plus or minus",
    statement="Put a plus or a minus before each element of the list $a$ (at most 20 elements). Count the ways for which the total is $t$; a plus and a minus before a 0 count as different ways.",
    inputs=(Ints("a", 0, 50), Int("t", -1000, 1000)),
    output=Int("ways"),
    output_text="the number of ways",
    tags=("dynamic programming",),
    difficulty=1300,
    sizes=(3, 7, 13),
)


def generate(rng, size):
    n = min(20, size)
    top = rng.choice([1, 3, 8])
    a = [rng.randint(0, top) for _ in range(n)]
    t = sum(rng.choice([v, -v]) for v in a) + (rng.random() < 0.1)
    return a, int(t)


def try_all_signs(a, t):
    from itertools import product
    ways = 0
    for signs in product([1, -1], repeat=len(a)):
        total = 0
        for s, x in zip(signs, a):
            total += s * x
        if total == t:
            ways += 1
    return ways


def two_branches(nums, target):
    def go(i, left):
        if i == len(nums):
            return 1 if left == 0 else 0
        return go(i + 1, left - nums[i]) + go(i + 1, left + nums[i])

    return go(0, target)


def remembered_branches(a, t):
    memo = {}

    def f(i, total):
        key = (i, total)
        if key not in memo:
            if i == len(a):
                memo[key] = int(total == t)
            else:
                memo[key] = f(i + 1, total + a[i]) + f(i + 1, total - a[i])
        return memo[key]

    return f(0, 0)


def choose_the_minuses(a, t):
    # the elements with a minus must add up to (sum - t) / 2
    gap = sum(a) - t
    if gap < 0 or gap % 2:
        res = 0
    else:
        half = gap // 2
        ways = [1] + [0] * half
        for x in a:
            for s in range(half, x - 1, -1):
                ways[s] += ways[s - x]
        res = ways[half]
    return res


WAYS = (try_all_signs, two_branches, remembered_branches, choose_the_minuses)
