"""List the sets of three distinct values that add up to a given sum."""

from ecode.corpus.kernel import Int, Ints, Kernel, Rows

KERNEL = Kernel(
    title="Three values with a given sum",
    statement="All elements of $a$ are different. Find all triples of elements $x < y < z$ with $x + y + z = s$. There may be none.",
    inputs=(Ints("a", -(10**4), 10**4, 1, "distinct"), Int("s", -(10**5), 10**5)),
    output=Rows("triples", ("x", "y", "z"), -(10**4), 10**4),
    output_text="the triples, ordered by x and then by y",
    tags=("two pointers", "hashing"),
    difficulty=1400,
    sizes=(7, 25, 95),
)


def generate(rng, size):
    high = rng.choice([20, 150, 10**4 // max(1, 1000 // size)])
    high = max(high, 2 * size)
    a = rng.sample(range(-high, high + 1), size)
    s = rng.choice([0, rng.randint(-high, high), sum(rng.choice(a) for _ in range(3)), 3 * max(a)])
    return a, s


def three_nested_loops(a, s):
    found = []
    n = len(a)
    a = sorted(a)
    for i in range(n):
        for j in range(i + 1, n):
            for k in range(j + 1, n):
                if a[i] + a[j] + a[k] == s:
                    found.append((a[i], a[j], a[k]))
    return found


def itertools_filter(values, goal):
    from itertools import combinations

    hits = [trio for trio in combinations(sorted(values), 3) if sum(trio) == goal]
    return hits


def third_in_list(nums, target):
    res = []
    for x in nums:
        for y in nums:
            if x < y:
                z = target - x - y
                if z > y and z in nums:
                    res.append((x, y, z))
    res.sort()
    return res


def third_in_set(nums, target):
    have = set(nums)
    ordered = sorted(nums)
    out = []
    for pos, x in enumerate(ordered):
        rest = target - x
        for y in ordered[pos + 1:]:
            z = rest - y
            if z <= y:
                break
            if z in have:
                out.append((x, y, z))
    return out


def fixed_first_two_pointers(arr, total):
    arr.sort()
    answer = []
    for first in range(len(arr) - 2):
        lo = first + 1
        hi = len(arr) - 1
        need = total - arr[first]
        while lo < hi:
            t = arr[lo] + arr[hi]
            if t == need:
                answer.append((arr[first], arr[lo], arr[hi]))
                lo += 1
                hi -= 1
            elif t < need:
                lo += 1
            else:
                hi -= 1
    return answer


WAYS = (three_nested_loops, itertools_filter, third_in_list, (third_in_set, fixed_first_two_pointers))
