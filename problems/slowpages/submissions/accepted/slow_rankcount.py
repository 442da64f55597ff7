import sys
rows = [l.split() for l in sys.stdin.readlines()[1:]]
d = {}
for a, b in rows:
    if a not in d: d[a] = []
    d[a] += [int(b)]
def f(v, p):
    # the smallest value that at least p percent of the values do not exceed
    ok = [x for x in v if sum(1 for y in v if y <= x) * 100 >= p * len(v)]
    return min(ok)
res = []
for a in d:
    res.append((-f(d[a], 90), a, len(d[a]), f(d[a], 50), f(d[a], 99)))
for r in sorted(res):
    print(r[1], r[2], r[3], -r[0], r[4])
