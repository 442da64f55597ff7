import re
import sys
from bisect import bisect_left


def main():
    lines = sys.stdin.read().split("\n")
    n, q = map(int, lines[0].split())
    ends, colours = [0], []
    rows = {}
    pos = 0
    for size, c in re.findall(r"(\d+)([a-z])", lines[1]):
        pos += int(size)
        ends.append(pos)
        colours.append(c)
        # per colour: ends of its runs on the tape, and counts up to there
        if c not in rows:
            rows[c] = ([0], [0])
        rows[c][0].append(pos)
        rows[c][1].append(rows[c][1][-1] + int(size))

    def upto(c, x):
        if c not in rows:
            return 0
        e, s = rows[c]
        i = max(1, bisect_left(e, x))
        if i == len(e):
            return s[-1]
        return max(s[i - 1], s[i] - (e[i] - x))

    out = []
    for line in lines[2 : q + 2]:
        p = line.split()
        if p[0] == "at":
            out.append(colours[bisect_left(ends, int(p[1])) - 1])
        elif p[0] == "count":
            out.append(str(upto(p[1], int(p[3])) - upto(p[1], int(p[2]) - 1)))
        else:
            k = int(p[2])
            if p[1] not in rows or rows[p[1]][1][-1] < k:
                out.append("no")
            else:
                e, s = rows[p[1]]
                i = bisect_left(s, k)
                out.append(str(e[i] - (s[i] - k)))
    print("\n".join(out))


main()
