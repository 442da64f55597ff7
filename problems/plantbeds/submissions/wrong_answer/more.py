r, c, m, q = map(int, input().split())
g = [list(map(int, input().split())) for _ in range(r)]
for s in map(int, input().split()):
    b = []
    n = 0
    for i in range(r - s + 1):
        for j in range(c - s + 1):
            t = sum(sum(w[j:j + s]) for w in g[i:i + s])
            b.append((-t, i + 1, j + 1))
            n += t > m * s * s
    t, i, j = min(b)
    print(-t, i, j, n)
