from bisect import bisect_left
n, g = map(int, input().split())
a = sorted(tuple(map(int, input().split())) for _ in range(n))
a.sort(key=lambda t: t[1])
e = [t[1] for t in a]
r = [(0, 0)]
for b, x, v in a:
    # asks for more than g minutes in between
    c, m = r[bisect_left(e, b - g)]
    r.append(max(r[-1], (c + v, m - 1)))
print(r[-1][0], -r[-1][1])
