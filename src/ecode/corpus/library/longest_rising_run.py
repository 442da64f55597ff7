"""Find the longest strictly increasing block, the first one among ties."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Longest rising block",
    statement="Find the longest block of consecutive elements of $a$ in which every element is strictly greater than the one before it. If there are several of this length, take the first.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Ints("block"),
    output_text="the elements of this block",
    tags=("two pointers",),
    difficulty=900,
    sizes=(7, 40, 400),
)


def generate(rng, size):
    kind = rng.randrange(4)
    a = [rng.randint(-9 * size, 9 * size) for _ in range(size)]
    if kind == 0:
        a = sorted(a)
    elif kind == 1:
        a, x = [], 0
        for _ in range(size):
            x = x + rng.randint(1, 9) if rng.random() < 0.96 else x - rng.randint(0, 300)
            a.append(x)
    elif kind == 2:
        cut = rng.randint(0, size)
        a = sorted(a[:cut]) + sorted(a[cut:])
    return ([max(-(10**6), min(10**6, x)) for x in a],)


def compare_with_sorted_slices(a):
    best = []
    for i in range(len(a)):
        j = i + 1
        while j <= len(a):
            piece = a[i:j]
            if piece != sorted(set(piece)):
                break
            if len(piece) > len(best):
                best = piece
            j += 1
    return best


def grow_from_every_start(nums):
    longest = []
    for i in range(len(nums)):
        run = [nums[i]]
        for x in nums[i + 1:]:
            if x <= run[-1]:
                break
            run.append(x)
        if len(run) > len(longest):
            longest = run
    return longest


def lengths_list(a):
    n = len(a)
    length = [1] * n
    for i in range(1, n):
        if a[i] > a[i - 1]:
            length[i] = length[i - 1] + 1
    end = length.index(max(length))
    return a[end - length[end] + 1:end + 1]


def remember_start(values):
    start = 0
    best_start = 0
    best_len = 0
    previous = None
    for i, v in enumerate(values):
        if previous is not None and v <= previous:
            start = i
        if i - start + 1 > best_len:
            best_len = i - start + 1
            best_start = start
        previous = v
    return values[best_start:best_start + best_len]


WAYS = (compare_with_sorted_slices, grow_from_every_start, (lengths_list, remember_start))
