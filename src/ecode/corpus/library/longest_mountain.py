"""Find the longest block that first rises and then falls strictly."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Longest mountain",
    statement="A mountain is a block of at least three consecutive elements of $a$ that increases strictly up to its peak and then decreases strictly, with at least one element on each side of the peak. Find the length of the longest mountain, or 0 if there is none.",
    inputs=(Ints("a", 0, 10**6),),
    output=Int("length"),
    output_text="the largest length",
    tags=("two pointers", "dynamic programming"),
    difficulty=1300,
    sizes=(7, 50, 480),
)


def generate(rng, size):
    kind = rng.randrange(4)
    if kind == 0:
        cut = rng.randint(0, size)
        a = sorted(rng.randint(0, 10**6) for _ in range(size))
        a = a[:cut] + a[cut:][::-1]
    elif kind == 1:
        a = [rng.randint(0, rng.choice([2, 50])) for _ in range(size)]
    else:
        a, x, step = [], 500, 1
        wave = rng.choice([20, 60, 150])
        for i in range(size):
            if rng.randrange(wave) == 0:
                step = -step
            x = max(0, x + step * rng.randint(1, 3))
            a.append(x)
    return (a,)


def climb_from_every_start(a):
    n = len(a)
    best = 0
    for start in range(n):
        i = start
        while i + 1 < n and a[i] < a[i + 1]:
            i += 1
        if i > start:
            top = i
            while i + 1 < n and a[i] > a[i + 1]:
                i += 1
            if i > top and i - start + 1 > best:
                best = i - start + 1
    return best


def check_every_block(h):
    longest = 0
    for i in range(len(h)):
        falling = False
        rising = False
        j = i + 1
        while j < len(h):
            if h[j] > h[j - 1] and not falling:
                rising = True
            elif h[j] < h[j - 1] and rising:
                falling = True
                longest = max(longest, len(h[i:j + 1]))
            else:
                break
            j += 1
    return longest


def slopes_from_both_sides(nums):
    n = len(nums)
    up = [0] * n
    down = [0] * n
    for i in range(1, n):
        if nums[i] > nums[i - 1]:
            up[i] = up[i - 1] + 1
    for i in range(n - 2, -1, -1):
        if nums[i] > nums[i + 1]:
            down[i] = down[i + 1] + 1
    return max((u + d + 1 for u, d in zip(up, down) if u and d), default=0)


def one_walk(a):
    rise = fall = 0
    ans = 0
    for prev, cur in zip(a, a[1:]):
        if cur > prev:
            if fall:
                rise = fall = 0
            rise += 1
        elif cur < prev:
            fall += 1
            if rise and rise + fall + 1 > ans:
                ans = rise + fall + 1
        else:
            rise = fall = 0
    return ans


WAYS = (check_every_block, climb_from_every_start, (slopes_from_both_sides, one_walk))
