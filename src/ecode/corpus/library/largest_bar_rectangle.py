"""Find the largest rectangle under a histogram."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Largest rectangle of bars",
    statement="Bars of width 1 and the heights $h$ stand side by side. Find the area of the largest rectangle that lies inside the bars, with its lower side on the ground. If all heights are 0, the area is 0.",
    inputs=(Ints("h", 0, 10**6),),
    output=Int("area"),
    output_text="the largest area",
    tags=("monotonic stack",),
    difficulty=1700,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    kind = rng.randrange(4)
    if kind == 0:
        h = [rng.randint(0, 9) for _ in range(size)]
    elif kind == 1:
        h = sorted(rng.randint(1, 10**6) for _ in range(size))
        if rng.random() < 0.5:
            h.reverse()
    elif kind == 2:
        h = [max(0, size - abs(i - size // 2) + rng.randint(-3, 3)) for i in range(size)]
    else:
        h = [rng.randint(1, 1000) + 100 for _ in range(size)]
    return (h,)


def minimum_of_each_range(h):
    best = 0
    for i in range(len(h)):
        low = h[i]
        for j in range(i, len(h)):
            low = min(low, h[j])
            best = max(best, low * (j - i + 1))
    return best


def smaller_by_comparison(bars):
    area = 0
    n = len(bars)
    for left in range(n):
        lowest = bars[left]
        right = left
        while right < n:
            if bars[right] < lowest:
                lowest = bars[right]
            right += 1
            if lowest * (right - left) > area:
                area = lowest * (right - left)
    return area


def walk_both_ways(heights):
    largest = 0
    for i, x in enumerate(heights):
        a = i
        while a > 0 and heights[a - 1] >= x:
            a -= 1
        b = i
        while b + 1 < len(heights) and heights[b + 1] >= x:
            b += 1
        largest = max(largest, (b - a + 1) * x)
    return largest


def stack_of_starts(h):
    stack = []
    best = 0
    for i, x in enumerate(h + [0]):
        start = i
        while stack and stack[-1][1] >= x:
            start, height = stack.pop()
            if height * (i - start) > best:
                best = height * (i - start)
        stack.append((start, x))
    return best


def bounds_on_both_sides(h):
    n = len(h)
    left = [-1] * n
    right = [n] * n
    st = []
    for i in range(n):
        while st and h[st[-1]] > h[i]:
            right[st.pop()] = i
        if st:
            left[i] = st[-1]
        st.append(i)
    return max(h[i] * (right[i] - left[i] - 1) for i in range(n))


WAYS = (minimum_of_each_range, smaller_by_comparison, walk_both_ways, (stack_of_starts, bounds_on_both_sides))
