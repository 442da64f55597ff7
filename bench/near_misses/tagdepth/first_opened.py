# near miss: wrong order; a closing tag is paired with the earliest open element of its name, not with the latest
import re
import sys
from collections import deque


def main():
    lines = sys.stdin.read().split("\n")
    text = "".join(lines[1:int(lines[0]) + 1])
    info = {}  # name -> [elements, largest, deepest, covered]
    waiting = {}
    since = {}
    depth = seen = 0
    pieces = re.split(r"<(/?)([a-z]+)>", text)
    seen = len(pieces[0])
    for i in range(1, len(pieces), 3):
        slash, name, plain = pieces[i:i + 3]
        if not slash:
            depth += 1
            rec = info.setdefault(name, [0, 0, 0, 0])
            rec[0] += 1
            rec[2] = max(rec[2], depth)
            queue = waiting.setdefault(name, deque())
            if not queue:
                since[name] = seen
            queue.append(seen)
        else:
            depth -= 1
            rec = info[name]
            queue = waiting[name]
            rec[1] = max(rec[1], seen - queue.popleft())
            if not queue:
                rec[3] += seen - since[name]
        seen += len(plain)
    for name in sorted(info):
        print(name, *info[name])


main()
