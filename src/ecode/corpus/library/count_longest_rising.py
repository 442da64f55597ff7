"""Number of longest strictly increasing subsequences."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="How many longest chains",
    statement="Among the strictly increasing subsequences of the list $a$ look at those of the greatest length. Count them, where different chosen positions count as different, modulo 1000000007.",
    inputs=(Ints("a", 0, 10**6),),
    output=Int("count"),
    output_text="the number of longest increasing subsequences modulo 1000000007",
    tags=("dynamic programming", "data structures"),
    difficulty=1800,
    sizes=(6, 40, 460),
)


def generate(rng, size):
    top = rng.choice([3, size // 2 + 1, 4 * size, 10**6])
    a = [rng.randint(0, top) for _ in range(size)]
    if rng.random() < 0.1:
        a = [a[0]] * size
    elif rng.random() < 0.3:
        a = [min(10**6, v // 3 + i * top // size) for i, v in enumerate(a)]
    return (a,)


def lengths_and_counts(a):
    n = len(a)
    length = [1] * n
    ways = [1] * n
    for i in range(n):
        for j in range(i):
            if a[j] < a[i]:
                if length[j] + 1 > length[i]:
                    length[i] = length[j] + 1
                    ways[i] = ways[j]
                elif length[j] + 1 == length[i]:
                    ways[i] += ways[j]
    longest = max(length)
    total = 0
    for i in range(n):
        if length[i] == longest:
            total += ways[i]
    return total % 1000000007


def only_the_level_below(nums):
    from bisect import bisect_left
    tails, levels = [], []
    # levels[k]: (value, count) of every element that ends a chain of k + 1 elements
    for x in nums:
        k = bisect_left(tails, x)
        if k == len(tails):
            tails.append(x)
            levels.append([])
        else:
            tails[k] = x
        if k == 0:
            cnt = 1
        else:
            cnt = sum(c for v, c in levels[k - 1] if v < x) % 1000000007
        levels[k].append((x, cnt))
    return sum(c for v, c in levels[-1]) % 1000000007


def prefix_sums_in_levels(a):
    from bisect import bisect_left, bisect_right
    P = 10 ** 9 + 7
    tails = []
    keys = []
    sums = []
    for x in a:
        k = bisect_left(tails, x)
        if k == len(tails):
            tails.append(x)
            keys.append([])
            sums.append([0])
        else:
            tails[k] = x
        c = 1
        if k:
            # values on a level never rise, so their negatives are sorted
            first = bisect_right(keys[k - 1], -x)
            c = sums[k - 1][-1] - sums[k - 1][first]
        keys[k].append(-x)
        sums[k].append((sums[k][-1] + c) % P)
    return sums[-1][-1] % P


WAYS = (lengths_and_counts, only_the_level_below, prefix_sums_in_levels)
