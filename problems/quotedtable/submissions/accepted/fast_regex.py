import re
import sys


def main():
    first, *lines = sys.stdin.read().split("\n")
    n, c = map(int, first.split())
    text = "".join(lines)
    cells = []
    for x in re.findall(r"('(?:[^']|'')*'|[^;/']*)[;/]", text):
        if x[:1] == "'":
            x = x[1:-1].replace("''", "'")
        cells.append(x)
    print(len(cells) // c)
    for j in range(c):
        count = {}
        for x in cells[j::c]:
            count[x] = count.get(x, 0) + 1
        top = min((-k, -len(x), x) for x, k in count.items())
        print(len(count), max(map(len, count)), "[" + top[2] + "]")


main()
