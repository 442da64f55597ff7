"""Find the smallest natural number missing from every prefix."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Smallest missing numbers",
    statement="For every $i$ from 1 to the length of $a$ find the smallest integer that is 0 or greater and does not occur among the first $i$ elements of $a$.",
    inputs=(Ints("a", 0, 10**6),),
    output=Ints("missing"),
    output_text="the missing number for each i, in their order",
    tags=("hashing",),
    difficulty=1200,
    sizes=(7, 50, 420),
)


def generate(rng, size):
    kind = rng.randrange(4)
    if kind == 0:
        a = list(range(size))
        for _ in range(size // 5):
            i = rng.randrange(size)
            j = min(size - 1, i + rng.randint(0, 5))
            a[i], a[j] = a[j], a[i]
    elif kind == 1:
        a = [rng.randint(0, size // 4) for _ in range(size)]
    elif kind == 2:
        a = rng.sample(range(size), size)
    else:
        a = [max(0, i // 2 + rng.randint(-6, 4)) for i in range(size)]
    return (a,)


def count_up_in_slice(a):
    out = []
    for i in range(len(a)):
        part = a[:i + 1]
        m = 0
        while m in part:
            m += 1
        out.append(m)
    return out


def set_of_prefix(nums):
    result = []
    for end in range(1, len(nums) + 1):
        have = set(nums[:end])
        result.append(next(x for x in range(end + 1) if x not in have))
    return result


def first_gap_in_sorted(nums):
    answers = []
    known = []
    for x in nums:
        known.append(x)
        known.sort()
        gap = 0
        for y in known:
            if y == gap:
                gap += 1
            elif y > gap:
                break
        answers.append(gap)
    return answers


def never_goes_back(a):
    seen = set()
    mex = 0
    res = []
    for x in a:
        seen.add(x)
        while mex in seen:
            mex += 1
        res.append(mex)
    return res


def flags_up_to_length(a):
    n = len(a)
    present = [False] * (n + 2)
    low = 0
    ans = [0] * n
    for i in range(n):
        if a[i] <= n:
            present[a[i]] = True
        while present[low]:
            low += 1
        ans[i] = low
    return ans


WAYS = (count_up_in_slice, (set_of_prefix, first_gap_in_sorted), (never_goes_back, flags_up_to_length))
