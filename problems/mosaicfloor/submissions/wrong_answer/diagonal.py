r, c = map(int, input().split())
g = [input() for _ in range(r)]
seen = set()
t = {}
for y in range(r):
    for x in range(c):
        if (y, x) in seen:
            continue
        seen.add((y, x))
        s = [(y, x)]
        n, inside = 0, True
        while s:
            a, b = s.pop()
            n += 1
            inside &= 0 < a < r - 1 and 0 < b < c - 1
            for u in (a - 1, a, a + 1):
                for v in (b - 1, b, b + 1):
                    if 0 <= u < r and 0 <= v < c and g[u][v] == g[y][x] and (u, v) not in seen:
                        seen.add((u, v))
                        s.append((u, v))
        k, m, e = t.get(g[y][x], (0, 0, 0))
        t[g[y][x]] = (k + 1, max(m, n), e + inside)
for k in sorted(t):
    print(k, *t[k])
