"""Count for each element the smaller elements to its right."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Smaller elements behind",
    statement="For each element of $a$ count the elements that stand behind it and are strictly smaller.",
    inputs=(Ints("a", -(10**5), 10**5),),
    output=Ints("counts"),
    output_text="the counts in the order of the elements",
    tags=("fenwick tree", "divide and conquer", "binary search"),
    difficulty=1600,
    sizes=(7, 50, 600),
)


def generate(rng, size):
    high = rng.choice([5, size, 10**5])
    a = [rng.randint(-high, high) for _ in range(size)]
    kind = rng.randrange(6)
    if kind == 0:
        a.sort(reverse=True)
    elif kind == 1:
        a.sort()
    return (a,)


def plain_double_loop(a):
    ans = [0] * len(a)
    for i in range(len(a)):
        for j in range(i + 1, len(a)):
            if a[j] < a[i]:
                ans[i] += 1
    return ans


def position_in_sorted_tail(nums):
    counts = []
    for i in range(len(nums)):
        tail = sorted(nums[i:])
        counts.append(tail.index(nums[i]))
    return counts


def insert_from_behind(numbers):
    from bisect import bisect_left

    behind = []
    result = []
    for num in numbers[::-1]:
        pos = bisect_left(behind, num)
        result.append(pos)
        behind.insert(pos, num)
    result.reverse()
    return result


def merge_indices(a):
    n = len(a)
    counts = [0] * n
    order = list(range(n))
    width = 1
    while width < n:
        merged = []
        for start in range(0, n, 2 * width):
            left = order[start:start + width]
            right = order[start + width:start + 2 * width]
            j = 0
            for i in left:
                while j < len(right) and a[right[j]] < a[i]:
                    merged.append(right[j])
                    j += 1
                counts[i] += j
                merged.append(i)
            merged.extend(right[j:])
        order = merged
        width *= 2
    return counts


WAYS = ((plain_double_loop, position_in_sorted_tail), merge_indices, insert_from_behind)
