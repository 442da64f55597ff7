r, c, m, q = map(int, input().split())
g = []
for i in range(r):
    g.append(list(map(int, input().split())))
sizes = list(map(int, input().split()))
for s in sizes:
    best = -1
    count = 0
    for i in range(r - s + 1):
        for j in range(c - s + 1):
            total = 0
            for a in range(i, i + s):
                for b in range(j, j + s):
                    total += g[a][b]
            if total > best:
                best = total
                bi = i + 1
                bj = j + 1
            if total >= m * s * s:
                count += 1
    print(best, bi, bj, count)
