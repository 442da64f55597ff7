"""Add up the minima of all consecutive blocks."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Sum of all minima",
    statement="Every non-empty block of consecutive elements of $a$ has a smallest element. Find the sum of these over all blocks.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Int("sum"),
    output_text="the sum",
    tags=("monotonic stack",),
    difficulty=1700,
    sizes=(6, 40, 400),
)


def generate(rng, size):
    high = rng.choice([2, 100, 10**6])
    low = rng.choice([0, 1, -high])
    a = [rng.randint(low, high) for _ in range(size)]
    if rng.random() < 0.15:
        a.sort(reverse=rng.random() < 0.5)
    return (a,)


def lowest_while_growing(a):
    s = 0
    for i in range(len(a)):
        lowest = a[i]
        for j in range(i, len(a)):
            lowest = min(lowest, a[j])
            s += lowest
    return s


def shorter_rows_of_minima(nums):
    # minima of blocks of length 1, 2, 3, ...
    row = nums
    total = 0
    while row:
        total += sum(row)
        row = [x if x < y else y for x, y in zip(row, nums[len(nums) - len(row) + 1:])]
    return total


def accumulated_minima(values):
    from itertools import accumulate

    answer = 0
    for i in range(len(values)):
        answer += sum(accumulate(values[i:], min))
    return answer


def stack_with_running_sum(a):
    stack = []
    ending = 0
    total = 0
    for x in a:
        width = 1
        while stack and stack[-1][0] >= x:
            y, w = stack.pop()
            ending -= y * w
            width += w
        stack.append((x, width))
        ending += x * width
        total += ending
    return total


def reach_of_each_element(a):
    n = len(a)
    left = [0] * n
    right = [0] * n
    st = []
    for i in range(n):
        while st and a[st[-1]] > a[i]:
            st.pop()
        left[i] = i - st[-1] if st else i + 1
        st.append(i)
    st = []
    for i in range(n - 1, -1, -1):
        while st and a[st[-1]] >= a[i]:
            st.pop()
        right[i] = st[-1] - i if st else n - i
        st.append(i)
    return sum(x * l * r for x, l, r in zip(a, left, right))


WAYS = ((lowest_while_growing, accumulated_minima), shorter_rows_of_minima, (reach_of_each_element, stack_with_running_sum))
