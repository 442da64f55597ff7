"""List the elements that are greater than everything behind them."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Leaders",
    statement="An element of $a$ leads if no element behind it is as large as it or larger; the last element always leads. Find all elements that lead.",
    inputs=(Ints("a", 0, 10**6),),
    output=Ints("leaders"),
    output_text="these elements in the order in which they stand in a",
    tags=("suffix maxima",),
    difficulty=800,
    sizes=(7, 60, 700),
)


def generate(rng, size):
    high = rng.choice([5, size, 10**6])
    a = [rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.6:
        a.sort(reverse=True)
        for _ in range(size // 8):
            i, j = rng.randrange(size), rng.randrange(size)
            a[i], a[j] = a[j], a[i]
    return (a,)


def all_generator(a):
    return [x for i, x in enumerate(a) if all(x > y for y in a[i + 1:])]


def drop_smaller_ones(numbers):
    # every new element pushes away all that are not greater
    leaders = []
    for num in numbers:
        keep = []
        for x in leaders:
            if x > num:
                keep.append(x)
        keep.append(num)
        leaders = keep
    return leaders


def biggest_of_tail(a):
    res = []
    for i in range(len(a)):
        tail = a[i + 1:]
        if len(tail) == 0 or max(tail) < a[i]:
            res.append(a[i])
    return res


def from_the_back(a):
    out = []
    top = -1
    for x in reversed(a):
        if x > top:
            out.append(x)
            top = x
    out.reverse()
    return out


def falling_stack(a):
    stack = []
    for x in a:
        while stack and stack[-1] <= x:
            stack.pop()
        stack.append(x)
    return stack


WAYS = (biggest_of_tail, all_generator, drop_smaller_ones, falling_stack, from_the_back)
