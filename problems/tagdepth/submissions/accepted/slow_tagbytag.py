import re
import sys


def pieces(text):
    return [p for p in re.split("(<[a-z/]+>)", text) if p]


def report(name, text):
    """One pass over the whole text for one name."""
    count = largest = deepest = inside = 0
    stack = []
    for p in pieces(text):
        if p.startswith("</"):
            closed, size = stack.pop()
            if closed == name:
                largest = max(largest, size)
        elif p.startswith("<"):
            stack.append([p[1:-1], 0])
            if p[1:-1] == name:
                count += 1
                deepest = max(deepest, len(stack))
        else:
            for element in stack:
                element[1] += len(p)
            if name in [element[0] for element in stack]:
                inside += len(p)
    return name, count, largest, deepest, inside


text = "".join(sys.stdin.read().split("\n")[1:])
for name in sorted(set(re.findall("<([a-z]+)>", text))):
    print(*report(name, text))
