"""Count the pairs of intervals that overlap."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Overlapping pairs of intervals",
    statement="Each row $b, e$ of $s$ is an interval with $b < e$. Two intervals overlap if a part of positive length belongs to both; touching ends do not count. Count the unordered pairs of rows that overlap.",
    inputs=(Rows("s", ("b", "e"), 0, 10**6),),
    output=Int("pairs"),
    output_text="the number of overlapping pairs",
    tags=("intervals", "sorting"),
    difficulty=1400,
    sizes=(5, 40, 420),
)


def generate(rng, size):
    top = rng.choice([2 * size + 2, 5000, 99999])
    span = max(1, rng.choice([top // 10, top // 2, 3, top - 1]))
    s = []
    for _ in range(size if rng.random() < 0.9 else size // 2):
        b = rng.randint(0, top - 1)
        s.append((b, min(top, b + rng.randint(1, span))))
    return (s,)


def index_pairs(s):
    n = len(s)
    ans = 0
    for i in range(n):
        for j in range(i + 1, n):
            start = max(s[i][0], s[j][0])
            end = min(s[i][1], s[j][1])
            if start < end:
                ans += 1
    return ans


def unpacked_combinations(rows):
    from itertools import combinations

    total = 0
    for (a, b), (c, d) in combinations(rows, 2):
        if a < d and c < b:
            total += 1
    return total


def active_list(intervals):
    intervals.sort()
    active = []
    pairs = 0
    for b, e in intervals:
        active = [other for other in active if other > b]
        pairs += len(active)
        active.append(e)
    return pairs


def all_minus_apart(s):
    begins = sorted(b for b, e in s)
    n = len(begins)
    apart = 0
    for b, e in s:
        # how many begin before this one ends?
        low = 0
        high = n
        while low < high:
            mid = (low + high) // 2
            if begins[mid] < e:
                low = mid + 1
            else:
                high = mid
        apart += n - low
    return n * (n - 1) // 2 - apart


def heap_of_ends(s):
    import heapq

    open_ends = []
    result = 0
    for b, e in sorted(s):
        while open_ends and open_ends[0] <= b:
            heapq.heappop(open_ends)
        result += len(open_ends)
        heapq.heappush(open_ends, e)
    return result


WAYS = (index_pairs, unpacked_combinations, (active_list, all_minus_apart), heap_of_ends)
