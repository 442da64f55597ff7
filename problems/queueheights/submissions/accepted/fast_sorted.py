import sys
from bisect import bisect_right, insort


def main():
    n, d, *h = map(int, sys.stdin.read().split())
    seen = []
    hindered = []
    for x in h:
        hindered.append(len(seen) - bisect_right(seen, x + d))
        insort(seen, x)
    # the same from the back for those who hinder
    seen = []
    most, who = -1, 0
    for i in range(n - 1, -1, -1):
        k = bisect_right(seen, h[i] - d - 1)
        if k >= most:
            most, who = k, i + 1
        insort(seen, h[i])
    print(*hindered)
    print(sum(hindered), who)


main()
