n, d, q = map(int, input().split())
a = [int(t) for t in input().split()]
ks = [int(t) for t in input().split()]
hi = a[:]
lo = a[:]
res = {}
# widen all runs by one day, again and again
for k in range(1, max(ks) + 1):
    if k > 1:
        for i in range(n - k + 1):
            if a[i + k - 1] > hi[i]:
                hi[i] = a[i + k - 1]
            if a[i + k - 1] < lo[i]:
                lo[i] = a[i + k - 1]
    if k in ks:
        dif = []
        for i in range(n - k + 1):
            dif.append(hi[i] - lo[i])
        res[k] = (sum(1 for v in dif if v <= d), min(dif), dif.index(min(dif)) + 1)
for k in ks:
    print(res[k][0], res[k][1], res[k][2])
