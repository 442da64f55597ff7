# near miss: off by one; a stretch whose best ruler has just become 1 is counted only from the next piece on
import sys
from math import gcd


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[0], data[1]
    pieces = data[2:2 + n]
    found = {}
    ones = 0           # stretches ending here with ruler 1, they stay so for ever
    tails = []
    for x in pieces:
        if ones:
            found[1] = found.get(1, 0) + ones
        fresh = {}
        for g, c in tails + [(x, 1)]:
            g = gcd(g, x)
            if g == 1:
                ones += c
            else:
                fresh[g] = fresh.get(g, 0) + c
        for g, c in fresh.items():
            found[g] = found.get(g, 0) + c
        tails = list(fresh.items())
    for g in data[2 + n:2 + n + q]:
        print(found.get(g, 0))
    print(len(found))


main()
