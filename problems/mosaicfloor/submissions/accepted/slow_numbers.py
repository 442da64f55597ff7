# every stone gets a number; neighbours of one colour take the smaller one
r, c = [int(w) for w in input().split()]
m = [input().strip() for _ in range(r)]
num = [[i * c + j for j in range(c)] for i in range(r)]
go = True
while go:
    go = False
    for i in range(r):
        for j in range(c):
            for a, b in ((i + 1, j), (i, j + 1), (i - 1, j), (i, j - 1)):
                if 0 <= a < r and 0 <= b < c and m[a][b] == m[i][j] and num[a][b] < num[i][j]:
                    num[i][j] = num[a][b]
                    go = True
colours = sorted(set("".join(m)))
for col in colours:
    sizes = {}
    edge = []
    for i in range(r):
        for j in range(c):
            if m[i][j] == col:
                k = num[i][j]
                sizes[k] = sizes.get(k, 0) + 1
                if i == 0 or j == 0 or i == r - 1 or j == c - 1:
                    if k not in edge:
                        edge.append(k)
    print(col, len(sizes), max(sizes.values()), len(sizes) - len(edge))
