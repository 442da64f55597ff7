# near miss: bound overflow; the starting minimum 10**4 is below differences that are possible (up to 19998)
import sys
from collections import deque

INF = 10 ** 4  # no level is above 9999


def main():
    it = iter(map(int, sys.stdin.buffer.read().split()))
    n, d, q = next(it), next(it), next(it)
    lev = [next(it) for _ in range(n)]
    for _ in range(q):
        k = next(it)
        mx, mn = deque(), deque()
        calm, best, day = 0, INF, 0
        for r in range(n):
            cur = lev[r]
            while mx and lev[mx[-1]] < cur:
                mx.pop()
            while mn and lev[mn[-1]] > cur:
                mn.pop()
            mx.append(r)
            mn.append(r)
            left = r - k + 1
            if left < 0:
                continue
            if mx[0] < left:
                mx.popleft()
            if mn[0] < left:
                mn.popleft()
            gap = lev[mx[0]] - lev[mn[0]]
            calm += gap <= d
            if gap < best:
                best, day = gap, left + 1
        print(calm, best, day)


main()
