r, c, k = map(int, input().split())
g = [input() for _ in range(r)]
ways = [[0] * c for _ in range(r)]
hops = [[10 ** 6] * c for _ in range(r)]
ways[0][0] = 1
hops[0][0] = 0
for i in range(r):
    for j in range(c):
        if g[i][j] == "w":
            continue
        for d in range(1, k + 1):
            if i - d >= 0:
                ways[i][j] += ways[i - d][j]
                hops[i][j] = min(hops[i][j], hops[i - d][j] + 1)
            if j - d >= 0:
                ways[i][j] += ways[i][j - d]
                hops[i][j] = min(hops[i][j], hops[i][j - d] + 1)
        ways[i][j] %= 998244353
if hops[r - 1][c - 1] >= 10 ** 6:
    print(0, -1)
else:
    print(ways[r - 1][c - 1], hops[r - 1][c - 1])
