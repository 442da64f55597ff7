"""Longest rising subsequence that ends at each position."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Rising chains",
    statement="For each position $i$ of the list $a$ find the length of a longest strictly increasing subsequence (elements chosen in their order, not necessarily neighbours) whose last element is $a_i$.",
    inputs=(Ints("a", 0, 10**6),),
    output=Ints("lengths"),
    output_text="one length for each position, in order",
    tags=("dynamic programming", "binary search"),
    difficulty=1400,
    sizes=(6, 50, 560),
)


def generate(rng, size):
    top = rng.choice([3, size, 10**6])
    a = [rng.randint(0, top) for _ in range(size)]
    kind = rng.random()
    if kind < 0.15:
        a.sort()
    elif kind < 0.25:
        a.sort(reverse=True)
    elif kind < 0.5:
        a = [min(10**6, v // 4 + i * top // size) for i, v in enumerate(a)]
    return (a,)


def look_at_all_before(a):
    n = len(a)
    lengths = [1] * n
    for i in range(n):
        for j in range(i):
            if a[j] < a[i] and lengths[j] + 1 > lengths[i]:
                lengths[i] = lengths[j] + 1
    return lengths


def maxima_of_lists(values):
    out = []
    for pos, v in enumerate(values):
        before = [out[p] for p in range(pos) if values[p] < v]
        out.append(max(before) + 1 if before else 1)
    return out


def fenwick_of_ranks(arr):
    rank = {v: r for r, v in enumerate(sorted(set(arr)), 1)}
    m = len(rank)
    tree = [0] * (m + 1)
    res = []
    for v in arr:
        best = 0
        i = rank[v] - 1
        while i > 0:
            if tree[i] > best:
                best = tree[i]
            i -= i & -i
        best += 1
        res.append(best)
        i = rank[v]
        while i <= m:
            if tree[i] < best:
                tree[i] = best
            i += i & -i
    return res


def smallest_tails(a):
    from bisect import bisect_left
    tails = []
    ans = []
    for x in a:
        k = bisect_left(tails, x)
        if k == len(tails):
            tails.append(x)
        else:
            tails[k] = x
        ans.append(k + 1)
    return ans


WAYS = ((look_at_all_before, maxima_of_lists), fenwick_of_ranks, smallest_tails)
