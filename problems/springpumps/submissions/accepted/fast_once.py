def main():
    n, q = map(int, input().split())
    pumps = [tuple(map(int, input().split())) for _ in range(n)]
    orders = list(map(int, input().split()))
    top = max(orders)

    def filled(t):
        return sum([(t - s) // p for s, p in pumps if t > s])

    lo, hi = 0, min(s + p * top for s, p in pumps)
    while lo < hi:
        mid = (lo + hi) >> 1
        if filled(mid) < top:
            lo = mid + 1
        else:
            hi = mid
    # all barrels up to the last minute that matters
    times = []
    for s, p in pumps:
        times += range(s + p, lo + 1, p)
    times.sort()
    for b in orders:
        t = times[b - 1]
        while b < len(times) and times[b] == t:
            b += 1
        print(t, b)


main()
