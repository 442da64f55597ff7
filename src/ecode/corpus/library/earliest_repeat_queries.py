"""Find for each start the end of the shortest block that repeats a value."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Earliest repetition",
    statement="For each position $i$ of $a$ find the smallest $j > i$ such that two of the elements at the positions from $i$ to $j$ are equal. Positions are counted from 1; if there is no such $j$, write 0.",
    inputs=(Ints("a", 0, 10**6),),
    output=Ints("ends"),
    output_text="the answer for each position in order",
    tags=("two pointers", "hashing"),
    difficulty=1300,
    sizes=(7, 50, 520),
)


def generate(rng, size):
    kind = rng.randrange(4)
    if kind == 0:
        a = [rng.randint(0, 2 * size * size) % 10**6 for _ in range(size)]
    elif kind == 1:
        a = [rng.randint(0, rng.choice([size // 4 + 1, 9 * size])) for _ in range(size)]
    else:
        a = list(range(1, size + 1))
        rng.shuffle(a)
        for _ in range(rng.randint(0, size // 100 + 1)):
            a[rng.randrange(size)] = rng.randint(1, size)
    return (a,)


def new_set_per_start(numbers):
    out = []
    for start in range(len(numbers)):
        seen = set()
        end = 0
        for pos in range(start, len(numbers)):
            if numbers[pos] in seen:
                end = pos + 1
                break
            seen.add(numbers[pos])
        out.append(end)
    return out


def compare_set_lengths(nums):
    n = len(nums)
    result = [0] * n
    j = 1
    for i in range(n):
        while j <= n and len(set(nums[i:j])) == j - i:
            j += 1
        if j <= n:
            result[i] = j
    return result


def next_equal_from_behind(a):
    n = len(a)
    later = {}
    res = [0] * n
    best = 0
    for i in range(n - 1, -1, -1):
        if a[i] in later and (best == 0 or later[a[i]] < best):
            best = later[a[i]]
        later[a[i]] = i + 1
        res[i] = best
    return res


def moving_set(a):
    inside = set()
    j = 0
    ends = []
    n = len(a)
    for i in range(n):
        while j < n and a[j] not in inside:
            inside.add(a[j])
            j += 1
        ends.append(j + 1 if j < n else 0)
        inside.discard(a[i])
    return ends


WAYS = ((new_set_per_start, compare_set_lengths), (next_equal_from_behind, moving_set))
