import sys
from itertools import accumulate


def main():
    data = list(map(int, sys.stdin.read().split()))
    top = max(data[1:])
    kinds = [0] * (top + 1)
    blue = [0] * (top + 1)
    for p in range(2, top + 1):
        if kinds[p] == 0:
            for m in range(p, top + 1, p):
                kinds[m] += 1
            if p * p <= top:
                for m in range(p * p, top + 1, p * p):
                    blue[m] = 1
    red = [k == 2 for k in kinds]
    both = [r and b for r, b in zip(red, blue)]
    r, b, t = (list(accumulate(x)) for x in (red, blue, both))
    for lo, hi in zip(data[1::2], data[2::2]):
        lo -= 1
        print(r[hi] - r[lo], b[hi] - b[lo], t[hi] - t[lo])


main()
