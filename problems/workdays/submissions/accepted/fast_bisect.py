import sys
from bisect import bisect_left, bisect_right
from datetime import date


def main():
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])
    base = date(2001, 1, 1).toordinal()
    number = lambda s: date.fromisoformat(s).toordinal() - base

    # working days of the plain week before day d
    def plain(d):
        return d // 7 * 5 + min(d % 7, 5)

    closed = sorted(d for d in map(number, data[2 : n + 2]) if d % 7 < 5)
    # closed[i] is the (at[i])-th plain working day, counted from 0
    at = [plain(d) for d in closed]
    free = [a - i for i, a in enumerate(at)]
    out = []
    i = n + 2
    for _ in range(q):
        d = number(data[i + 1])
        if data[i] == "due":
            before = plain(d + 1) - bisect_right(closed, d)
            want = before + int(data[i + 2]) - 1
            p = want + bisect_right(free, want)
            out.append(date.fromordinal(base + p // 5 * 7 + p % 5).isoformat())
        else:
            e = number(data[i + 2])
            out.append(str(plain(e + 1) - plain(d) - bisect_right(closed, e) + bisect_left(closed, d)))
        i += 3
    print("\n".join(out))


main()
