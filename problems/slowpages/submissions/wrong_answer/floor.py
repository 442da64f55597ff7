n = int(input())
d = {}
for _ in range(n):
    p, t = input().split()
    d.setdefault(p, []).append(int(t))
rows = []
for p in d:
    v = sorted(d[p])
    m = len(v)
    a, b, c = (v[min(m - 1, q * m // 100)] for q in (50, 90, 99))
    rows.append((-b, p, m, a, b, c))
for r in sorted(rows):
    print(*r[1:])
