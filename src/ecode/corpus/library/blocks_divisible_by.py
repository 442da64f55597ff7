"""Count the consecutive blocks whose sum is divisible by m."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Blocks with a divisible sum",
    statement="Count the non-empty blocks of consecutive elements of $a$ whose sum is divisible by $m$.",
    inputs=(Ints("a", 0, 10**6), Int("m", 1, 10**5)),
    output=Int("blocks"),
    output_text="the number of these blocks",
    tags=("prefix sums", "number theory"),
    difficulty=1300,
    sizes=(6, 40, 480),
)


def generate(rng, size):
    m = rng.choice([1, 2, 3, 7, rng.randint(5, 100), rng.randint(100, 10**5)])
    high = rng.choice([9, 100, 10**6])
    a = [rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.1:
        a = [m] * size
    return a, m


def modulo_of_running_sum(a, m):
    count = 0
    n = len(a)
    i = 0
    while i < n:
        running = 0
        j = i
        while j < n:
            running += a[j]
            if running % m == 0:
                count += 1
            j += 1
        i += 1
    return count


def compare_prefix_remainders(values, mod):
    rem = [0]
    for v in values:
        rem.append((rem[-1] + v) % mod)
    ans = 0
    for j in range(1, len(rem)):
        for i in range(j):
            if rem[i] == rem[j]:
                ans += 1
    return ans


def group_equal_remainders(arr, m):
    from collections import Counter
    from itertools import accumulate

    groups = Counter(s % m for s in accumulate(arr, initial=0))
    return sum(g * (g - 1) // 2 for g in groups.values())


def seen_remainders(a, m):
    seen = {0: 1}
    r = 0
    blocks = 0
    for x in a:
        r = (r + x) % m
        blocks += seen.get(r, 0)
        seen[r] = seen.get(r, 0) + 1
    return blocks


WAYS = (modulo_of_running_sum, compare_prefix_remainders, (group_equal_remainders, seen_remainders))
