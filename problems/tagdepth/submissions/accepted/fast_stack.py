import re
import sys


def main():
    lines = sys.stdin.read().split("\n")
    n = int(lines[0])
    text = "".join(lines[1 : n + 1])
    pos = 0
    stack = []
    info = {}
    for piece in re.split("(<[^>]*>)", text):
        if piece[:2] == "</":
            name, start = stack.pop()
            rec = info[name]
            size = pos - start
            if size > rec[1]:
                rec[1] = size
            rec[3] -= 1
            if rec[3] == 0:
                rec[4] += size
        elif piece[:1] == "<":
            name = piece[1:-1]
            stack.append((name, pos))
            rec = info.setdefault(name, [0, 0, 0, 0, 0])
            rec[0] += 1
            rec[3] += 1
            if len(stack) > rec[2]:
                rec[2] = len(stack)
        else:
            pos += len(piece)
    for name in sorted(info):
        count, size, depth, _, inside = info[name]
        print(name, count, size, depth, inside)


main()
