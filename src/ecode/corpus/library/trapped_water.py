"""Find how much water a profile of columns holds."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Trapped water",
    statement="Columns of width 1 and the heights $h$ stand side by side. Rain fills every hollow: over column $i$ the water reaches the smaller one of the largest height at or before $i$ and the largest height at or after $i$. Find the total area of the water.",
    inputs=(Ints("h", 0, 10**5),),
    output=Int("water"),
    output_text="the area of the water",
    tags=("two pointers", "prefix maxima"),
    difficulty=1500,
    sizes=(8, 50, 480),
)


def generate(rng, size):
    high = rng.choice([3, 40, 10**5])
    h = [rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.2:
        h = sorted(h) if rng.random() < 0.5 else sorted(h[::2]) + sorted(h[1::2], reverse=True)
    return (h,)


def layer_in_both_directions(h):
    water = 0
    for i in range(len(h)):
        left = 0
        for j in range(0, i + 1):
            if h[j] > left:
                left = h[j]
        right = 0
        for j in range(i, len(h)):
            if h[j] > right:
                right = h[j]
        water += min(left, right) - h[i]
    return water


def max_of_two_slices(cols):
    return sum(min(max(cols[:i + 1]), max(cols[i:])) - c for i, c in enumerate(cols))


def two_maxima_lists(heights):
    from itertools import accumulate

    from_left = list(accumulate(heights, max))
    from_right = list(accumulate(heights[::-1], max))
    from_right.reverse()
    total = 0
    for l, r, own in zip(from_left, from_right, heights):
        total += (l if l < r else r) - own
    return total


def pointers_meet(h):
    lo = 0
    hi = len(h) - 1
    wall_l = wall_r = 0
    units = 0
    while lo <= hi:
        if wall_l <= wall_r:
            if h[lo] >= wall_l:
                wall_l = h[lo]
            else:
                units += wall_l - h[lo]
            lo += 1
        else:
            if h[hi] >= wall_r:
                wall_r = h[hi]
            else:
                units += wall_r - h[hi]
            hi -= 1
    return units


def stack_of_hollows(h):
    stack = []
    ans = 0
    for i, x in enumerate(h):
        while stack and h[stack[-1]] < x:
            ground = h[stack.pop()]
            if not stack:
                break
            j = stack[-1]
            ans += (i - j - 1) * (min(h[j], x) - ground)
        stack.append(i)
    return ans


WAYS = (layer_in_both_directions, max_of_two_slices, (stack_of_hollows, two_maxima_lists, pointers_meet))
