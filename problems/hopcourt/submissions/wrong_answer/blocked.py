r, c, k = map(int, input().split())
g = [input() for _ in range(r)]
w = [[0] * c for _ in range(r)]
h = [[10 ** 6] * c for _ in range(r)]
w[0][0], h[0][0] = 1, 0
for i in range(r):
    for j in range(c):
        if g[i][j] == "w":
            continue
        for d in range(1, k + 1):
            # stops at the first wet tile
            if i < d or g[i - d][j] == "w":
                break
            w[i][j] += w[i - d][j]
            h[i][j] = min(h[i][j], h[i - d][j] + 1)
        for d in range(1, k + 1):
            if j < d or g[i][j - d] == "w":
                break
            w[i][j] += w[i][j - d]
            h[i][j] = min(h[i][j], h[i][j - d] + 1)
x = h[-1][-1]
print(w[-1][-1] % 998244353, x if x < 10 ** 6 else -1)
