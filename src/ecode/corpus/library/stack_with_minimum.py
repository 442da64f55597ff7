"""Simulate a stack and report its minimum after each command."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Minimum of a stack",
    statement="Work through the commands $c$ with a stack that is empty at first. A positive number is put on the stack. A 0 takes the top number away; if the stack is empty, it does nothing. After each command write down the smallest number on the stack, or 0 if it is empty.",
    inputs=(Ints("c", 0, 10**6),),
    output=Ints("minima"),
    output_text="the numbers written down",
    tags=("stacks", "simulation"),
    difficulty=1100,
    sizes=(8, 60, 850),
)


def generate(rng, size):
    high = rng.choice([5, size, 10**5])
    pop = rng.choice([0.05, 0.2, 0.35, 0.5])
    c = []
    for i in range(size):
        if rng.random() < (pop if i < 0.8 * size or rng.random() < 0.5 else 0.9):
            c.append(0)
        else:
            c.append(rng.randint(1, high))
    return (c,)


def min_of_the_list(c):
    stack = []
    out = []
    for x in c:
        if x > 0:
            stack.append(x)
        elif len(stack) > 0:
            stack.pop()
        if len(stack) == 0:
            out.append(0)
        else:
            out.append(min(stack))
    return out


def front_of_list_as_top(commands):
    pile = []
    res = []
    for cmd in commands:
        if cmd == 0:
            pile = pile[1:]
        else:
            pile = [cmd] + pile
        smallest = 0
        for v in pile:
            if smallest == 0 or v < smallest:
                smallest = v
        res.append(smallest)
    return res


def sorted_copy_beside(c):
    from bisect import bisect_left, insort

    stack = []
    ordered = []
    result = []
    for x in c:
        if x:
            stack.append(x)
            insort(ordered, x)
        elif stack:
            gone = stack.pop()
            ordered.pop(bisect_left(ordered, gone))
        result.append(ordered[0] if ordered else 0)
    return result


def stack_of_minima(c):
    low = []
    out = []
    for x in c:
        if x:
            low.append(x if not low or x < low[-1] else low[-1])
        elif low:
            low.pop()
        out.append(low[-1] if low else 0)
    return out


def pairs_on_the_stack(commands):
    stack = [(0, 0)]
    answer = []
    for cmd in commands:
        if cmd == 0:
            if len(stack) > 1:
                stack.pop()
        elif len(stack) == 1:
            stack.append((cmd, cmd))
        else:
            stack.append((cmd, min(cmd, stack[-1][1])))
        answer.append(stack[-1][1])
    return answer


WAYS = (front_of_list_as_top, min_of_the_list, (sorted_copy_beside, stack_of_minima, pairs_on_the_stack))
