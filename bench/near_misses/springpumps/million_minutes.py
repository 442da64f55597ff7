# near miss: bound overflow; the search ends at minute 1000000, but few slow pumps need up to about ten times as long
import sys
from bisect import bisect_left


def main():
    data = [int(v) for v in sys.stdin.buffer.read().split()]
    n, q = data[0], data[1]
    springs = sorted(zip(data[2:2 + 2 * n:2], data[3:3 + 2 * n:2]))
    orders = data[2 + 2 * n:]

    def barrels(t):
        got = 0
        for s, p in springs:
            if s >= t:
                break
            got += (t - s) // p
        return got

    known = {}
    minutes = range(10 ** 6)
    for b in orders:
        if b not in known:
            t = bisect_left(minutes, b, key=barrels)
            known[b] = f"{t} {barrels(t)}"
        print(known[b])


main()
