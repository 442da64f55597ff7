"""Find the smallest distance of a pair's sum from a target."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Pair sum nearest to a target",
    statement="Choose two different positions $i < j$ of $a$ such that $|a_i + a_j - t|$ is as small as possible.",
    inputs=(Ints("a", -(10**6), 10**6, 2), Int("t", -(2 * 10**6), 2 * 10**6)),
    output=Int("distance"),
    output_text="the smallest value of this distance",
    tags=("two pointers", "binary search"),
    difficulty=1100,
    sizes=(6, 40, 550),
)


def generate(rng, size):
    size = max(2, size)
    span = rng.choice([20, size, 10**6])
    a = [rng.randint(-span, span) * rng.choice([1, 1, 1, 2]) // 2 for _ in range(size)]
    if rng.random() < 0.3:
        a = [2 * (x // 2) for x in a]
    t = rng.choice([rng.randint(-span, span), 1, 2 * span - 1, -2 * span])
    return a, max(-(2 * 10**6), min(2 * 10**6, t))


def all_sums_in_a_list(a, t):
    sums = []
    for i in range(len(a)):
        for j in range(i + 1, len(a)):
            sums.append(a[i] + a[j])
    distances = []
    for s in sums:
        distances.append(abs(s - t))
    return min(distances)


def best_of_nested_loops(numbers, goal):
    n = len(numbers)
    best = 10**9
    for i in range(n - 1):
        need = goal - numbers[i]
        for j in range(i + 1, n):
            d = numbers[j] - need
            if d < 0:
                d = -d
            if d < best:
                best = d
    return best


def neighbours_by_bisect(values, target):
    import bisect

    values = sorted(values)
    options = []
    for i in range(len(values) - 1):
        p = bisect.bisect(values, target - values[i], i + 1)
        for q in (p - 1, p):
            if i < q < len(values):
                options.append(abs(values[i] + values[q] - target))
    return min(options)


def squeeze_from_both_ends(a, t):
    a.sort()
    left = 0
    right = len(a) - 1
    closest = None
    while left < right:
        s = a[left] + a[right] - t
        if closest is None or abs(s) < closest:
            closest = abs(s)
        if s > 0:
            right -= 1
        elif s < 0:
            left += 1
        else:
            break
    return closest


WAYS = (all_sums_in_a_list, best_of_nested_loops, neighbours_by_bisect, squeeze_from_both_ends)
