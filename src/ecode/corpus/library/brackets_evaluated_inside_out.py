"""Evaluate an expression with brackets, maximum and sum."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Brackets inside out",
    statement="In $e$ a list in round brackets stands for the sum of its parts and a list in square brackets for the greatest of its parts; the parts are separated by commas and each is a number from 0 to 99 or again such a list. No list is empty. Find the value of $e$, which is one list.",
    inputs=(Str("e", "0123456789()[],"),),
    output=Int("value"),
    output_text="the value of the whole list",
    tags=("parsing", "expressions", "stack"),
    difficulty=1400,
    sizes=(4, 20, 540),
)


def generate(rng, size):
    # grow by replacing a random number with a list
    top = rng.choice([1, 9, 99])
    parts = ["(", str(rng.randint(0, top)), ")"] if rng.random() < 0.5 else ["[", str(rng.randint(0, top)), "]"]
    deep = rng.random() < 0.5
    places = [1]
    for _ in range(size):
        at = places[-1] if deep else rng.choice(places)
        kind = rng.choice(["()", "[]", "[]"])
        inner = [kind[0], str(rng.randint(0, top)), ",", str(rng.randint(0, top)), kind[1]]
        if rng.random() < 0.4:
            inner = [str(rng.randint(0, top)), ",", str(rng.randint(0, top))]
        parts[at:at + 1] = inner
        places = [i for i, p in enumerate(parts) if p.isdigit()] if not deep else [at + inner.index(",") + 1]
    return ("".join(parts),)


def replace_inner_lists(e):
    while not e.isdigit():
        closing = 0
        while e[closing] not in ")]":
            closing += 1
        opening = closing
        while e[opening] not in "([":
            opening -= 1
        numbers = []
        for part in e[opening + 1:closing].split(","):
            numbers.append(int(part))
        if e[opening] == "(":
            value = sum(numbers)
        else:
            value = max(numbers)
        e = e[:opening] + str(value) + e[closing + 1:]
    return int(e)


def search_by_expression(e):
    import re

    pattern = re.compile(r"\(([\d,]+)\)|\[([\d,]+)\]")
    while True:
        found = pattern.search(e)
        if not found:
            break
        inside = [int(x) for x in found.group()[1:-1].split(",")]
        result = sum(inside) if found.group()[0] == "(" else max(inside)
        e = e[:found.start()] + str(result) + e[found.end():]
    return int(e)


def stack_of_lists(e):
    stack = [[]]
    number = ""
    for ch in e:
        if ch.isdigit():
            number += ch
            continue
        if number:
            stack[-1].append(int(number))
            number = ""
        if ch in "([":
            stack.append([])
        elif ch == ")":
            done = stack.pop()
            stack[-1].append(sum(done))
        elif ch == "]":
            done = stack.pop()
            stack[-1].append(max(done))
    return stack[0][0]


def running_values_of_tokens(e):
    import re

    # one open value for each open bracket, and whether it adds up
    values = [0]
    adds = [True]
    for token in re.findall(r"\d+|[()\[\]]", e):
        if token == "(" or token == "[":
            values.append(0)
            adds.append(token == "(")
            continue
        if token == ")" or token == "]":
            x = values.pop()
            adds.pop()
        else:
            x = int(token)
        if adds[-1]:
            values[-1] += x
        elif x > values[-1]:
            values[-1] = x
    return values[0]


WAYS = ((replace_inner_lists, search_by_expression), (stack_of_lists, running_values_of_tokens))
