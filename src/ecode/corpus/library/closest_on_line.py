"""Find the smallest distance of two points on a line after each new point."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Closest points on a line",
    statement="The points $x_1, x_2, \\dots$ are put on a line one after the other. For each $i \\ge 2$ find the smallest distance between two of the first $i$ points; points at the same place have distance 0.",
    inputs=(Ints("x", 0, 10**6, 2),),
    output=Ints("distances"),
    output_text="the smallest distance for each i from 2 on",
    tags=("sorting", "binary search"),
    difficulty=1300,
    sizes=(6, 40, 300),
)


def generate(rng, size):
    size = max(2, size)
    high = rng.choice([10 * size, size * size, 10**6])
    high = min(high, 10**6)
    x = [rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.3:
        x = sorted(min(10**6, 4 * high // (i + 3)) for i in range(size))[::-1]
    return (x,)


def sort_prefix_and_take_gaps(x):
    res = []
    for i in range(2, len(x) + 1):
        s = sorted(x[:i])
        res.append(min(s[j + 1] - s[j] for j in range(i - 1)))
    return res


def compare_with_older_points(points):
    answer = []
    best = 10**9
    for i in range(1, len(points)):
        for j in range(i):
            d = abs(points[i] - points[j])
            if d < best:
                best = d
        answer.append(best)
    return answer


def neighbours_in_sorted_list(xs):
    from bisect import bisect_left

    line = [xs[0]]
    best = 10**9
    out = []
    for p in xs[1:]:
        k = bisect_left(line, p)
        if k < len(line):
            best = min(best, line[k] - p)
        if k > 0:
            best = min(best, p - line[k - 1])
        line.insert(k, p)
        out.append(best)
    return out


def buckets_of_best_width(x):
    # cells as wide as the smallest distance hold one point each
    best = abs(x[1] - x[0])
    res = [best]
    cells = {v // best: v for v in x[:2]} if best else {}
    for i in range(2, len(x)):
        p = x[i]
        if best:
            c = p // best
            closest = best
            for q in (c - 1, c, c + 1):
                if q in cells and abs(cells[q] - p) < closest:
                    closest = abs(cells[q] - p)
            if closest < best:
                best = closest
                if best:
                    cells = {v // best: v for v in x[:i + 1]}
            else:
                cells[c] = p
        res.append(best)
    return res


WAYS = (compare_with_older_points, sort_prefix_and_take_gaps, (neighbours_in_sorted_list, buckets_of_best_width))
