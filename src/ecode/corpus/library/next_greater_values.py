"""Find for each element the next greater element to its right."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Next greater elements",
    statement="For each element of $a$ find the first element after it that is strictly greater. If there is none, write -1.",
    inputs=(Ints("a", 0, 10**6),),
    output=Ints("greater"),
    output_text="the answer for each element, in the order of the elements",
    tags=("stacks", "monotonic stack"),
    difficulty=1200,
    sizes=(7, 60, 830),
)


def generate(rng, size):
    high = rng.choice([5, size, 10**6])
    a = [rng.randint(0, high) for _ in range(size)]
    kind = rng.random()
    if kind < 0.5:
        cut = rng.randint(0, size // 3)
        a = a[:cut] + sorted(a[cut:], reverse=True)
    elif kind < 0.7:
        a.sort(reverse=True)
        a[-1] = rng.choice([a[0], a[0] + 1 if a[0] < 10**6 else a[0]])
    return (a,)


def scan_to_the_right(a):
    ans = []
    for i in range(len(a)):
        nxt = -1
        for j in range(i + 1, len(a)):
            if a[j] > a[i]:
                nxt = a[j]
                break
        ans.append(nxt)
    return ans


def first_of_generator(heights):
    out = []
    for pos, h in enumerate(heights):
        out.append(next((x for x in heights[pos + 1:] if x > h), -1))
    return out


def stack_from_the_right(nums):
    n = len(nums)
    res = [-1] * n
    stack = []
    for i in range(n - 1, -1, -1):
        while stack and stack[-1] <= nums[i]:
            stack.pop()
        if stack:
            res[i] = stack[-1]
        stack.append(nums[i])
    return res


def waiting_positions(a):
    greater = [-1 for _ in a]
    waiting = []
    for idx, value in enumerate(a):
        while len(waiting) > 0 and a[waiting[-1]] < value:
            greater[waiting.pop()] = value
        waiting.append(idx)
    return greater


def jump_over_known_answers(a):
    n = len(a)
    nxt = [n] * n
    for i in range(n - 2, -1, -1):
        j = i + 1
        while j < n and a[j] <= a[i]:
            j = nxt[j]
        nxt[i] = j
    return [a[j] if j < n else -1 for j in nxt]


WAYS = ((scan_to_the_right, first_of_generator), (stack_from_the_right, waiting_positions, jump_over_known_answers))
