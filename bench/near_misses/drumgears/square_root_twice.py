# near miss: edge case; for a square number of teeth the root is taken as two divisors and counted twice
import sys
from math import isqrt


def main():
    data = sys.stdin.read().split()
    teeth = list(map(int, data[1:1 + int(data[0])]))
    box = {}
    for t in teeth:
        box[t] = box.get(t, 0) + 1

    down = dict.fromkeys(box, -1)
    up = dict.fromkeys(box, -1)
    for t, many in box.items():
        for d in range(1, isqrt(t) + 1):
            if t % d == 0:
                for e in (d, t // d):
                    if e in box:
                        up[e] += many
                        down[t] += box[e]

    print(" ".join(str(up[t]) for t in teeth))
    print(" ".join(str(down[t]) for t in teeth))
    print(sum(1 for t in teeth if up[t] + down[t] == 0))


main()
