import sys
from math import gcd


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, q = data[0], data[1]
    total = {}
    ends = {}
    for v in data[2:2 + n]:
        new = {v: 1}
        for g, c in ends.items():
            h = gcd(g, v)
            new[h] = new.get(h, 0) + c
        ends = new
        for g, c in ends.items():
            total[g] = total.get(g, 0) + c
    for g in data[2 + n:]:
        print(total.get(g, 0))
    print(len(total))


main()
