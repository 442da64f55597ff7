"""Find the smallest capacity with which a sequence splits into k blocks."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Smallest capacity",
    statement="Split $a$ into at most $k$ blocks of consecutive elements so that the largest sum of a block is as small as possible.",
    inputs=(Ints("a", 1, 10**5), Int("k", 1, 1000)),
    output=Int("capacity"),
    output_text="the largest sum of a block in the best split",
    tags=("binary search", "dynamic programming"),
    difficulty=1600,
    sizes=(6, 25, 75),
)


def generate(rng, size):
    high = rng.choice([5, 40, 60])
    a = [rng.randint(1, high) for _ in range(size)]
    k = rng.choice([1, size, rng.randint(1, max(1, size // 3)), rng.randint(1, max(1, size // 3)), max(1, size // 5)])
    return a, k


def raise_capacity_by_one(a, k):
    capacity = max(a)
    while True:
        blocks = 1
        load = 0
        for x in a:
            if load + x > capacity:
                blocks += 1
                load = 0
            load += x
        if blocks <= k:
            break
        capacity += 1
    return capacity


def table_over_last_cut(nums, parts):
    n = len(nums)
    pre = [0]
    for v in nums:
        pre.append(pre[-1] + v)
    best = pre[:]
    for _ in range(parts - 1):
        new = best[:]
        for end in range(1, n + 1):
            for cut in range(end):
                worst = max(best[cut], pre[end] - pre[cut])
                if worst < new[end]:
                    new[end] = worst
        if new == best:
            break
        best = new
    return best[n]


def bisect_on_capacity(a, k):
    def blocks_for(limit):
        need = 1
        load = 0
        for x in a:
            load += x
            if load > limit:
                need += 1
                load = x
        return need

    lo = max(a)
    hi = sum(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if blocks_for(mid) <= k:
            hi = mid
        else:
            lo = mid + 1
    return lo


def jump_with_prefix_sums(a, k):
    from bisect import bisect_right
    from itertools import accumulate

    sums = list(accumulate(a))
    n = len(a)
    low = max(max(a), -(-sums[-1] // k)) - 1
    high = sums[-1]
    while high - low > 1:
        mid = (low + high) // 2
        done = 0
        at = 0
        used = 0
        while at < n and used <= k:
            at = bisect_right(sums, done + mid, at)
            done = sums[at - 1]
            used += 1
        if used <= k:
            high = mid
        else:
            low = mid
    return high


WAYS = (table_over_last_cut, raise_capacity_by_one, (bisect_on_capacity, jump_with_prefix_sums))
