"""Result of a game in which two players take from the ends of a row."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Taking from the ends",
    statement="Two players in turn take the first or the last number of the list $a$ until it is empty. Both play so that their own sum minus the other's sum is as large as possible. Find the sum of the player who begins minus the sum of the other one.",
    inputs=(Ints("a", 0, 1000),),
    output=Int("lead", -(10**6), 10**6),
    output_text="the lead of the first player, which may be negative",
    tags=("games", "dynamic programming"),
    difficulty=1400,
    sizes=(4, 9, 15),
)


def generate(rng, size):
    high = rng.choice([1, 9, 1000])
    n = size if rng.random() < 0.6 else max(1, size - 1)
    return ([rng.randint(0, high) for _ in range(n)],)


def play_on_slices(a):
    def lead(row):
        if len(row) == 0:
            return 0
        take_first = row[0] - lead(row[1:])
        take_last = row[-1] - lead(row[:-1])
        return max(take_first, take_last)

    return lead(a)


def play_with_indices(nums):
    def best(i, j, mine):
        # value of the rest for the first player; mine: is it his turn?
        if i > j:
            return 0
        sign = 1 if mine else -1
        x = best(i + 1, j, not mine) + sign * nums[i]
        y = best(i, j - 1, not mine) + sign * nums[j]
        return max(x, y) if mine else min(x, y)

    return best(0, len(nums) - 1, True)


def remembered_rests(a):
    memo = {}

    def go(i, j):
        if i == j:
            return a[i]
        if (i, j) not in memo:
            memo[i, j] = max(a[i] - go(i + 1, j), a[j] - go(i, j - 1))
        return memo[i, j]

    return go(0, len(a) - 1)


def growing_rests(a):
    row = list(a)
    n = len(a)
    for width in range(1, n):
        row = [max(x - r, y - l) for x, y, l, r in zip(a, a[width:], row, row[1:])]
    return row[0]


def fold_the_peaks(a):
    # a number at least as large as both neighbours is taken right after the first of them
    stack = []
    for v in a:
        stack.append(v)
        while len(stack) > 2 and stack[-2] >= stack[-1] and stack[-2] >= stack[-3]:
            z, y, x = stack.pop(), stack.pop(), stack.pop()
            stack.append(x - y + z)
    stack.sort(reverse=True)
    return sum(stack[::2]) - sum(stack[1::2])


WAYS = ((play_on_slices, play_with_indices), remembered_rests, (growing_rests, fold_the_peaks))
