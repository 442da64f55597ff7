n, q = map(int, input().split())
v = [tuple(map(int, input().split())) for _ in range(n)]
for b in map(int, input().split()):
    lo, hi = 0, 20000000
    while hi - lo > 1:
        m = (lo + hi) // 2
        if sum(max(0, (m - s) // p) for s, p in v) >= b:
            hi = m
        else:
            lo = m
    print(hi, b)
