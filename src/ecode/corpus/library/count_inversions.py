"""Count the inversions of a list."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Inversions",
    statement="Count the pairs of positions $i < j$ with $a_i > a_j$.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Int("inversions"),
    output_text="the number of these pairs",
    tags=("divide and conquer", "fenwick tree"),
    difficulty=1500,
    sizes=(6, 50, 560),
)


def generate(rng, size):
    high = rng.choice([4, size, 10**6])
    a = [rng.randint(-high, high) for _ in range(size)]
    kind = rng.randrange(5)
    if kind == 0:
        a.sort(reverse=True)
    elif kind == 1:
        a.sort()
        i, j = rng.randrange(size), rng.randrange(size)
        a[i], a[j] = a[j], a[i]
    return (a,)


def swaps_of_bubble_sort(a):
    swaps = 0
    n = len(a)
    for end in range(n - 1, 0, -1):
        for i in range(end):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
                swaps += 1
    return swaps


def later_and_smaller(nums):
    total = 0
    for i in range(len(nums)):
        x = nums[i]
        total += sum(1 for y in nums[i + 1:] if y < x)
    return total


def insort_counting(values):
    from bisect import bisect_right, insort

    before = []
    inv = 0
    for v in values:
        inv += len(before) - bisect_right(before, v)
        insort(before, v)
    return inv


def merge_sort_counting(a):
    def sort(part):
        if len(part) < 2:
            return part, 0
        m = len(part) // 2
        left, x = sort(part[:m])
        right, y = sort(part[m:])
        count = x + y
        merged = []
        i = j = 0
        while i < len(left) and j < len(right):
            if left[i] <= right[j]:
                merged.append(left[i])
                i += 1
            else:
                merged.append(right[j])
                j += 1
                count += len(left) - i
        merged.extend(left[i:])
        merged.extend(right[j:])
        return merged, count

    _, answer = sort(a)
    return answer


def fenwick_of_ranks(a):
    rank = {v: i + 1 for i, v in enumerate(sorted(set(a)))}
    m = len(rank)
    tree = [0] * (m + 1)
    res = 0
    for done, v in enumerate(a):
        p = rank[v]
        not_greater = 0
        q = p
        while q > 0:
            not_greater += tree[q]
            q -= q & -q
        res += done - not_greater
        while p <= m:
            tree[p] += 1
            p += p & -p
    return res


WAYS = (swaps_of_bubble_sort, later_and_smaller, (merge_sort_counting, fenwick_of_ranks), insort_counting)
