"""Count the consecutive blocks whose sum is exactly k."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Blocks with a given sum",
    statement="Count the non-empty blocks of consecutive elements of $a$ whose sum is $k$. Blocks at different places count separately.",
    inputs=(Ints("a", -1000, 1000), Int("k", -(10**6), 10**6)),
    output=Int("blocks"),
    output_text="the number of these blocks",
    tags=("prefix sums", "hashing"),
    difficulty=1300,
    sizes=(7, 50, 500),
)


def generate(rng, size):
    low, high = rng.choice([(-2, 2), (-50, 60), (0, 1), (1, 9), (-1000, 1000)])
    a = [rng.randint(low, high) for _ in range(size)]
    i = rng.randrange(size)
    k = rng.choice([0, sum(a[i:i + rng.randint(1, 9)]), sum(a[i:])])
    return a, k


def growing_sums(nums, k):
    total = 0
    for i in range(len(nums)):
        s = 0
        for j in range(i, len(nums)):
            s += nums[j]
            if s == k:
                total += 1
    return total


def prefixes_in_a_list(values, goal):
    sums = [0]
    answer = 0
    cur = 0
    for v in values:
        cur += v
        answer += sums.count(cur - goal)
        sums.append(cur)
    return answer


def prefix_counts(a, k):
    from collections import defaultdict

    ways = defaultdict(int)
    ways[0] = 1
    p = 0
    res = 0
    for x in a:
        p += x
        if p - k in ways:
            res += ways[p - k]
        ways[p] += 1
    return res


WAYS = (growing_sums, prefixes_in_a_list, prefix_counts)
