"""Answer queries for the number of different values in a range."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Different values in ranges",
    statement="Each row $l, r$ of $q$ with $l \\le r$ asks how many different values the elements of $a$ at the positions from $l$ to $r$ have, counted from 1. All $l, r$ are positions of $a$.",
    inputs=(Ints("a", 0, 10**5), Rows("q", ("l", "r"), 1, 2000, 1)),
    output=Ints("counts"),
    output_text="the count for each row, in their order",
    tags=("offline queries", "fenwick tree"),
    difficulty=1700,
    sizes=(6, 40, 440),
)


def generate(rng, size):
    high = rng.choice([2, size // 4 + 1, size, 9999])
    a = [rng.randint(0, high) for _ in range(size)]
    q = []
    for _ in range(size):
        l, r = sorted((rng.randint(1, size), rng.randint(1, size)))
        q.append((l, r) if rng.random() < 0.6 else ((l + 1) // 2, (r + size) // 2))
    return a, q


def mark_seen_values(a, q):
    res = []
    for l, r in q:
        seen = {}
        number = 0
        for i in range(l - 1, r):
            if a[i] not in seen:
                seen[a[i]] = True
                number += 1
        res.append(number)
    return res


def length_of_set(values, queries):
    return [len(set(values[x - 1:y])) for x, y in queries]


def first_copies_by_previous(nums, asks):
    prev = []
    last = {}
    for i, v in enumerate(nums):
        prev.append(last.get(v, -1))
        last[v] = i
    answer = []
    for l, r in asks:
        answer.append(sum(p < l - 1 for p in prev[l - 1:r]))
    return answer


def fenwick_of_last_places(a, q):
    n = len(a)
    tree = [0] * (n + 1)
    by_end = [[] for _ in range(n + 1)]
    for k, (l, r) in enumerate(q):
        by_end[r].append((l - 1, k))
    ans = [0] * len(q)
    place = {}
    different = 0
    for i, x in enumerate(a, 1):
        if x in place:
            p = place[x]
            while p <= n:
                tree[p] -= 1
                p += p & -p
        else:
            different += 1
        place[x] = i
        p = i
        while p <= n:
            tree[p] += 1
            p += p & -p
        for p, k in by_end[i]:
            s = different
            while p > 0:
                s -= tree[p]
                p -= p & -p
            ans[k] = s
    return ans


def sorted_last_places(a, q):
    from bisect import bisect_left

    order = sorted(range(len(q)), key=lambda k: q[k][1])
    out = [0] * len(q)
    where = {}
    lasts = []
    done = 0
    for k in order:
        l, r = q[k]
        while done < r:
            x = a[done]
            if x in where:
                del lasts[bisect_left(lasts, where[x])]
            where[x] = done
            lasts.append(done)
            done += 1
        out[k] = len(lasts) - bisect_left(lasts, l - 1)
    return out


WAYS = ((mark_seen_values, first_copies_by_previous), length_of_set, (fenwick_of_last_places, sorted_last_places))
