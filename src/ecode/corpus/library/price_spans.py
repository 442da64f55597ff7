"""Find for each day how many days in a row had no higher price."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Spans of prices",
    statement="The span of element $p_i$ is the largest number of consecutive elements that end with $p_i$ and are all at most $p_i$. Find the span of every element.",
    inputs=(Ints("p", 1, 10**6),),
    output=Ints("spans"),
    output_text="the spans in the order of the elements",
    tags=("monotonic stack",),
    difficulty=1200,
    sizes=(6, 50, 740),
)


def generate(rng, size):
    kind = rng.randrange(4)
    high = rng.choice([3, size, 10**6])
    p = [rng.randint(1, high) for _ in range(size)]
    if kind == 0:
        p.sort()
    elif kind == 1:
        p = [max(1, min(10**6, 3 * i + rng.randint(-20, 20))) for i in range(size)]
    elif kind == 2:
        cut = rng.randint(0, size // 4)
        p = p[:cut] + sorted(p[cut:])
    return (p,)


def look_back(p):
    spans = []
    for i in range(len(p)):
        count = 1
        j = i - 1
        while j >= 0 and p[j] <= p[i]:
            count += 1
            j -= 1
        spans.append(count)
    return spans


def takewhile_on_reversed(prices):
    from itertools import takewhile

    result = []
    for i, price in enumerate(prices):
        past = prices[:i + 1]
        past.reverse()
        result.append(len(list(takewhile(lambda x: x <= price, past))))
    return result


def previous_greater_stack(prices):
    stack = []
    out = []
    for day, price in enumerate(prices):
        while stack and prices[stack[-1]] <= price:
            stack.pop()
        out.append(day + 1 if not stack else day - stack[-1])
        stack.append(day)
    return out


def add_up_spans(p):
    n = len(p)
    s = [1] * n
    for i in range(1, n):
        j = i - 1
        while j >= 0 and p[j] <= p[i]:
            s[i] += s[j]
            j -= s[j]
    return s


WAYS = ((look_back, takewhile_on_reversed), (previous_greater_stack, add_up_spans))
