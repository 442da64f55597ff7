"""List the positions of the towers that can be seen from the left."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Towers seen from the left",
    statement="Towers with the heights $h$ stand in a row. A tower can be seen from the left end if all towers before it are strictly lower. Find the positions of these towers, counted from 1.",
    inputs=(Ints("h", 1, 10**6),),
    output=Ints("seen"),
    output_text="the positions in increasing order",
    tags=("prefix maxima",),
    difficulty=800,
    sizes=(6, 50, 750),
)


def generate(rng, size):
    high = rng.choice([9, size, 10**6])
    h = [rng.randint(1, high) for _ in range(size)]
    if rng.random() < 0.65:
        h = sorted(h)
        for _ in range(size // 4):
            i, j = rng.randrange(size), rng.randrange(size)
            h[i], h[j] = h[j], h[i]
    return (h,)


def maximum_of_all_before(h):
    seen = []
    for i in range(len(h)):
        if i == 0 or h[i] > max(h[:i]):
            seen.append(i + 1)
    return seen


def hidden_flag(heights):
    visible = []
    for i in range(len(heights)):
        hidden = False
        for j in range(i):
            if heights[j] >= heights[i]:
                hidden = True
        if not hidden:
            visible.append(i + 1)
    return visible


def tallest_so_far(h):
    res = []
    tallest = 0
    for pos, x in enumerate(h, 1):
        if x > tallest:
            tallest = x
            res.append(pos)
    return res


def accumulate_and_compare(a):
    from itertools import accumulate

    best = [0] + list(accumulate(a, max))
    return [i for i in range(1, len(a) + 1) if best[i] > best[i - 1]]


WAYS = (hidden_flag, maximum_of_all_before, (tallest_so_far, accumulate_and_compare))
