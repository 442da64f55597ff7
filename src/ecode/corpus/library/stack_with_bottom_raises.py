"""Run a stack machine that can raise its lowest elements."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Stack with raises",
    statement="A stack is empty at first. A row of $r$ is an action with the numbers 'kind', 'x' and 'y'. Kind 1 pushes 'x'; kind 2 takes the top away and reports it, or reports -1 if the stack is empty; kind 3 adds 'y' to each of the 'x' lowest elements (all of them if there are fewer).",
    inputs=(Rows("r", ("kind", "x", "y"), 0, 10**4, 1),),
    output=Ints("reported", -1),
    output_text="the reported numbers in order, and after them the sum of the numbers that are left on the stack",
    tags=("stack", "simulation", "lazy updates"),
    difficulty=1400,
    sizes=(6, 40, 750),
)


def generate(rng, size):
    pushes, pops = rng.choice([(0.5, 0.2), (0.4, 0.1), (0.35, 0.35)])
    rows = []
    if size > 200:
        # most work is done with a high stack
        pushes, pops = 0.05, 0.05
        rows = [(1, rng.randint(0, 100), 0) for _ in range(2 * size // 5)]
    while len(rows) < size:
        x = rng.random()
        if x < pushes:
            rows.append((1, rng.randint(0, 100), 0))
        elif x < pushes + pops:
            rows.append((2, 0, 0))
        else:
            rows.append((3, rng.randint(rng.choice([0, size // 3]), size), rng.randint(0, 100)))
    return (rows,)


def raise_one_by_one(r):
    stack = []
    reported = []
    for kind, x, y in r:
        if kind == 1:
            stack.append(x)
        elif kind == 2:
            if len(stack) == 0:
                reported.append(-1)
            else:
                reported.append(stack.pop())
        else:
            for i in range(min(x, len(stack))):
                stack[i] += y
    reported.append(sum(stack))
    return reported


def new_list_for_raises(actions):
    pile = []
    out = []
    for action in actions:
        if action[0] == 1:
            pile = pile + [action[1]]
        elif action[0] == 2:
            out.append(pile[-1] if pile else -1)
            pile = pile[:-1]
        else:
            count, extra = action[1], action[2]
            pile = [v + extra for v in pile[:count]] + pile[count:]
    total = 0
    for v in pile:
        total += v
    return out + [total]


def raises_wait_at_the_top(r):
    values, waiting = [], []
    out = []
    for kind, x, y in r:
        if kind == 1:
            values.append(x)
            waiting.append(0)
        elif kind == 3:
            if values and x:
                waiting[min(x, len(values)) - 1] += y
        elif values:
            # what waits here is for all elements below as well
            extra = waiting.pop()
            out.append(values.pop() + extra)
            if waiting:
                waiting[-1] += extra
        else:
            out.append(-1)
    out.append(sum(values) + sum(w * i for i, w in enumerate(waiting, 1)))
    return out


def pairs_on_the_stack(rows):
    stack = []
    answer = []
    for row in rows:
        what = row[0]
        if what == 1:
            stack.append([row[1], 0])
        elif what == 2 and not stack:
            answer.append(-1)
        elif what == 2:
            top = stack.pop()
            answer.append(top[0] + top[1])
            if stack:
                stack[-1][1] += top[1]
        elif stack and row[1]:
            depth = row[1] if row[1] < len(stack) else len(stack)
            stack[depth - 1][1] += row[2]
    rest = 0
    carried = 0
    for value, extra in reversed(stack):
        carried += extra
        rest += value + carried
    answer.append(rest)
    return answer


WAYS = ((raise_one_by_one, new_list_for_raises), (raises_wait_at_the_top, pairs_on_the_stack))
