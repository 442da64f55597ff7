"""Find for each point the sum of its distances to all points."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Distances to all points",
    statement="The points $x$ lie on a line. For each point find the sum of its distances to all the points.",
    inputs=(Ints("x", -(10**6), 10**6),),
    output=Ints("sums"),
    output_text="the sums in the order of the points",
    tags=("sorting", "prefix sums"),
    difficulty=1300,
    sizes=(6, 40, 480),
)


def generate(rng, size):
    high = rng.choice([3, 5 * size, 10**6])
    x = [rng.randint(-high, high) for _ in range(size)]
    if rng.random() < 0.2:
        x.sort()
    return ([max(-(10**6), min(10**6, v)) for v in x],)


def difference_by_difference(x):
    res = []
    for i in range(len(x)):
        s = 0
        for j in range(len(x)):
            if x[i] > x[j]:
                s += x[i] - x[j]
            else:
                s += x[j] - x[i]
        res.append(s)
    return res


def sum_of_abs(points):
    return [sum([abs(p - q) for q in points]) for p in points]


def walk_over_sorted(points):
    n = len(points)
    order = sorted(range(n), key=lambda i: points[i])
    out = [0] * n
    dist = sum(points) - n * points[order[0]]
    prev = points[order[0]]
    for rank, i in enumerate(order):
        # stepping right: nearer to n - rank points, farther from rank points
        dist += (2 * rank - n) * (points[i] - prev)
        prev = points[i]
        out[i] = dist
    return out


def bisect_and_prefix(x):
    from bisect import bisect_left

    s = sorted(x)
    pre = [0]
    for v in s:
        pre.append(pre[-1] + v)
    total = pre[-1]
    n = len(s)
    answers = []
    for v in x:
        k = bisect_left(s, v)
        answers.append(v * k - pre[k] + total - pre[k] - v * (n - k))
    return answers


WAYS = ((difference_by_difference, sum_of_abs), (walk_over_sorted, bisect_and_prefix))
