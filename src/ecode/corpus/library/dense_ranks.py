"""Replace each value by its rank among the different values."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Dense ranks",
    statement="The rank of an element of $a$ is 1 plus the number of different values in $a$ that are smaller than it. Replace every element by its rank.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Ints("ranks"),
    output_text="the ranks in the order of the elements",
    tags=("sorting", "hashing"),
    difficulty=1000,
    sizes=(6, 50, 600),
)


def generate(rng, size):
    high = rng.choice([size // 5 + 1, size, 20 * size, 10**6])
    a = [rng.randint(-high, high) for _ in range(size)]
    if rng.random() < 0.1:
        a = [a[0]] * size
    return ([max(-(10**6), min(10**6, x)) for x in a],)


def collect_smaller_values(a):
    ranks = []
    for x in a:
        smaller = set()
        for y in a:
            if y < x:
                smaller.add(y)
        ranks.append(len(smaller) + 1)
    return ranks


def unique_list_and_index(nums):
    uniq = []
    for v in nums:
        if v not in uniq:
            uniq.append(v)
    uniq.sort()
    return [uniq.index(v) + 1 for v in nums]


def count_below_in_set(nums):
    different = list(set(nums))
    res = []
    for v in nums:
        below = 0
        for d in different:
            if d < v:
                below += 1
        res.append(below + 1)
    return res


def rank_dictionary(a):
    order = {}
    for x in sorted(a):
        if x not in order:
            order[x] = len(order) + 1
    return [order[x] for x in a]


def sorted_positions(a):
    idx = sorted(range(len(a)), key=lambda i: a[i])
    out = [0] * len(a)
    r = 0
    last = None
    for i in idx:
        if a[i] != last:
            r += 1
            last = a[i]
        out[i] = r
    return out


WAYS = (collect_smaller_values, (unique_list_and_index, count_below_in_set), (rank_dictionary, sorted_positions))
