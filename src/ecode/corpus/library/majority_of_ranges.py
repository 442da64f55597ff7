"""Find for each queried range the value that fills more than half of it."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Majority in ranges",
    statement="Each row $l, r$ of $q$ with $l \\le r$ names the elements of $a$ at the positions from $l$ to $r$ (counted from 1). Find the value that fills more than half of these positions, or -1 if there is none.",
    inputs=(Ints("a", 0, 1000), Rows("q", ("l", "r"), 1, 1000, 1)),
    output=Ints("majorities"),
    output_text="the answer for each row, in their order",
    tags=("majority vote", "binary search"),
    difficulty=1700,
    sizes=(6, 40, 330),
)


def generate(rng, size):
    few = rng.choice([1, 2, 2, 9])
    a, v = [], 0
    while len(a) < size:
        v = rng.choice([1, 1, rng.randint(0, few)])
        a += [v] * rng.choice([1, 1, 2, 5])
    a = a[:size]
    q = []
    for _ in range(size):
        l, r = sorted((rng.randint(1, size), rng.randint(1, size)))
        q.append((l, r))
    return a, q


def count_every_candidate(a, q):
    ans = []
    for l, r in q:
        part = a[l - 1:r]
        found = -1
        for x in set(part):
            c = 0
            for y in part:
                if y == x:
                    c += 1
            if c * 2 > len(part):
                found = x
        ans.append(found)
    return ans


def counter_of_slice(values, queries):
    from collections import Counter

    out = []
    for left, right in queries:
        value, times = Counter(values[left - 1:right]).most_common(1)[0]
        out.append(value if 2 * times > right - left + 1 else -1)
    return out


def middle_of_sorted(nums, asked):
    result = []
    for l, r in asked:
        piece = sorted(nums[l - 1:r])
        mid = piece[len(piece) // 2]
        if piece.count(mid) > len(piece) // 2:
            result.append(mid)
        else:
            result.append(-1)
    return result


def vote_tree(a, q):
    from bisect import bisect_left, bisect_right
    from collections import defaultdict

    n = len(a)
    where = defaultdict(list)
    for i, x in enumerate(a):
        where[x].append(i)
    tree = [(0, 0)] * n + [(x, 1) for x in a]

    def join(p, s):
        if p[0] == s[0]:
            return (p[0], p[1] + s[1])
        if p[1] >= s[1]:
            return (p[0], p[1] - s[1])
        return (s[0], s[1] - p[1])

    for i in range(n - 1, 0, -1):
        tree[i] = join(tree[2 * i], tree[2 * i + 1])
    res = []
    for l, r in q:
        lo = l - 1 + n
        hi = r + n
        best = (0, 0)
        while lo < hi:
            if lo & 1:
                best = join(best, tree[lo])
                lo += 1
            if hi & 1:
                hi -= 1
                best = join(best, tree[hi])
            lo >>= 1
            hi >>= 1
        x = best[0]
        spots = where[x] if x in where else []
        times = bisect_right(spots, r - 1) - bisect_left(spots, l - 1)
        res.append(x if 2 * times > r - l + 1 else -1)
    return res


def only_common_values(a, q):
    # a majority of a range must win one bit after the other
    bits = 10
    pre = []
    for b in range(bits):
        p = [0]
        for x in a:
            p.append(p[-1] + (x >> b & 1))
        pre.append(p)
    places = {}
    for i, x in enumerate(a):
        places.setdefault(x, [0] * (len(a) + 1))[i + 1] = 1
    for row in places.values():
        for i in range(len(a)):
            row[i + 1] += row[i]
    answers = []
    for l, r in q:
        size = r - l + 1
        guess = 0
        for b in range(bits):
            if 2 * (pre[b][r] - pre[b][l - 1]) > size:
                guess += 1 << b
        ok = guess in places and 2 * (places[guess][r] - places[guess][l - 1]) > size
        answers.append(guess if ok else -1)
    return answers


WAYS = (count_every_candidate, (counter_of_slice, middle_of_sorted), (vote_tree, only_common_values))
