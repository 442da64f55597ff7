import sys

data = list(map(int, sys.stdin.read().split()))
n, q = data[:2]
pumps = list(zip(data[2:2 + 2 * n:2], data[3:3 + 2 * n:2]))


def filled(minute):
    return sum([(minute - s) // p for s, p in pumps if minute > s])


for b in data[2 + 2 * n:]:
    # the quickest pump alone is an upper end
    lo, hi = 0, min(s + p * b for s, p in pumps)
    while lo < hi:
        mid = (lo + hi) // 2
        if filled(mid) >= b:
            hi = mid
        else:
            lo = mid + 1
    print(lo, filled(lo))
