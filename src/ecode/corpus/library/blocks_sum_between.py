"""Count the blocks whose sum lies between two bounds."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Blocks with a sum between bounds",
    statement="Count the non-empty blocks of consecutive elements of $a$ whose sum is at least $x$ and at most $y$. If $x > y$, there are none.",
    inputs=(Ints("a", -(10**5), 10**5), Int("x", -(10**8), 10**8), Int("y", -(10**8), 10**8)),
    output=Int("blocks"),
    output_text="the number of these blocks",
    tags=("prefix sums", "divide and conquer", "fenwick tree"),
    difficulty=1800,
    sizes=(6, 40, 480),
)


def generate(rng, size):
    low, high = rng.choice([(-3, 3), (-100, 100), (-(10**5), 10**5), (0, 20), (-20, 30)])
    a = [rng.randint(low, high) for _ in range(size)]
    scale = max(1, int(size**0.5) * (high - low) // 3)
    x, y = sorted((rng.randint(-scale, scale), rng.randint(-scale, scale)))
    if rng.random() < 0.04:
        x, y = y + 1, x
    return a, x, y


def add_up_from_each(a, x, y):
    c = 0
    for i in range(len(a)):
        s = 0
        for j in range(i, len(a)):
            s += a[j]
            if s >= x and s <= y:
                c += 1
    return c


def compare_prefix_sums(nums, low, high):
    from itertools import accumulate, combinations

    prefix = [0, *accumulate(nums)]
    return len([1 for p, q in combinations(prefix, 2) if low <= q - p <= high])


def sorted_earlier_prefixes(values, lo, hi):
    from bisect import bisect_left, bisect_right, insort

    earlier = [0]
    total = 0
    count = 0
    for v in values:
        total += v
        if lo <= hi:
            count += bisect_right(earlier, total - lo) - bisect_left(earlier, total - hi)
        insort(earlier, total)
    return count


def merge_sorted_halves(a, x, y):
    pre = [0]
    for v in a:
        pre.append(pre[-1] + v)

    def solve(part):
        if len(part) == 1:
            return 0, part
        half = len(part) // 2
        n1, left = solve(part[:half])
        n2, right = solve(part[half:])
        found = n1 + n2
        i = j = 0
        for q in right:
            while i < len(left) and left[i] < q - y:
                i += 1
            while j < len(left) and left[j] <= q - x:
                j += 1
            if j > i:
                found += j - i
        return found, sorted(left + right)

    result, _ = solve(pre)
    return result


WAYS = ((add_up_from_each, compare_prefix_sums), merge_sorted_halves, sorted_earlier_prefixes)
