"""Count for each query the elements up to a position that are at most a value."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Small elements of prefixes",
    statement="Each row $i, x$ of $q$ asks how many of the first $i$ elements of $a$ are at most $x$. If $i$ is larger than the length of $a$, it means the whole list.",
    inputs=(Ints("a", 0, 10**5), Rows("q", ("i", "x"), 0, 10**5, 1)),
    output=Ints("counts"),
    output_text="the count for each row, in their order",
    tags=("offline queries", "fenwick tree"),
    difficulty=1600,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    high = rng.choice([9, size, 5 * size])
    a = [rng.randint(0, high) for _ in range(size)]
    q = []
    for _ in range(size):
        i = rng.choice([rng.randint(0, size), rng.randint(size // 2, size), size + rng.randint(0, 3)])
        q.append((i, rng.choice([rng.randint(0, high), rng.choice(a)])))
    return a, q


def count_with_a_loop(a, q):
    out = []
    for i, x in q:
        c = 0
        for j in range(min(i, len(a))):
            if a[j] <= x:
                c += 1
        out.append(c)
    return out


def sorted_prefix_per_query(values, queries):
    from bisect import bisect_right

    return [bisect_right(sorted(values[:i]), x) for i, x in queries]


def queries_by_position(nums, asks):
    from bisect import bisect_right, insort

    n = len(nums)
    result = [0] * len(asks)
    present = []
    for k in sorted(range(len(asks)), key=lambda t: asks[t][0]):
        upto = min(asks[k][0], n)
        while len(present) < upto:
            insort(present, nums[len(present)])
        result[k] = bisect_right(present, asks[k][1])
    return result


def fenwick_over_positions(a, q):
    # elements enter in the order of their values
    n = len(a)
    tree = [0] * (n + 1)
    by_value = sorted((v, p) for p, v in enumerate(a, 1))
    asked = sorted((row[1], min(row[0], n), k) for k, row in enumerate(q))
    ans = [0] * len(q)
    nxt = 0
    for x, i, k in asked:
        while nxt < n and by_value[nxt][0] <= x:
            p = by_value[nxt][1]
            while p <= n:
                tree[p] += 1
                p += p & -p
            nxt += 1
        s = 0
        while i:
            s += tree[i]
            i &= i - 1
        ans[k] = s
    return ans


WAYS = ((count_with_a_loop, sorted_prefix_per_query), (fenwick_over_positions, queries_by_position))
