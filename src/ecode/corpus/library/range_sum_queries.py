"""Answer queries for the sum of a range of a list."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Sums of ranges",
    statement="Each row $l, r$ of $q$ asks for the sum of the elements of $a$ at the positions from $l$ to $r$, both included, counted from 1. If $l > r$ the two bounds are to be exchanged first. All bounds are positions of $a$.",
    inputs=(Ints("a", -1000, 1000), Rows("q", ("l", "r"), 1, 2000, 1)),
    output=Ints("sums"),
    output_text="the sum for each row, in their order",
    tags=("prefix sums",),
    difficulty=1000,
    sizes=(5, 40, 900),
)


def generate(rng, size):
    low = rng.choice([0, -100, -5])
    high = rng.choice([9, 100])
    a = [rng.randint(low, high) for _ in range(size)]
    rows = size if size < 100 else size // 3
    q = []
    for _ in range(rng.randint(max(1, rows * 3 // 4), rows)):
        l, r = rng.randint(1, size), rng.randint(1, size)
        q.append((l, r) if rng.random() < 0.5 else ((l + 2) // 3, size - r // 3))
    return a, q


def add_one_by_one(a, q):
    res = []
    for l, r in q:
        if l > r:
            l, r = r, l
        s = 0
        for i in range(l - 1, r):
            s += a[i]
        res.append(s)
    return res


def sum_of_slices(values, queries):
    return [sum(values[min(x, y) - 1:max(x, y)]) for x, y in queries]


def prefix_by_accumulate(arr, asks):
    from itertools import accumulate

    pre = [0] + list(accumulate(arr))
    answers = []
    for x, y in asks:
        answers.append(pre[max(x, y)] - pre[min(x, y) - 1])
    return answers


def prefix_by_hand(nums, queries):
    n = len(nums)
    p = [0] * (n + 1)
    for i in range(n):
        p[i + 1] = p[i] + nums[i]
    out = []
    for query in queries:
        left = query[0]
        right = query[1]
        if left > right:
            left, right = right, left
        out.append(p[right] - p[left - 1])
    return out


WAYS = (add_one_by_one, sum_of_slices, (prefix_by_accumulate, prefix_by_hand))
