r, c = map(int, input().split())
g = []
for _ in range(r):
    g.append(list(input()))
step = 0
total = 0
last = [0, 0, 0]
while True:
    # every refuge or reached square reaches its neighbours
    new = []
    for i in range(r):
        for j in range(c):
            if g[i][j] == ".":
                around = []
                if i > 0: around.append(g[i-1][j])
                if i + 1 < r: around.append(g[i+1][j])
                if j > 0: around.append(g[i][j-1])
                if j + 1 < c: around.append(g[i][j+1])
                if "R" in around:
                    new.append((i, j))
    if new == []:
        break
    step += 1
    total += step * len(new)
    last = [step, new[0][0] + 1, new[0][1] + 1]
    for i, j in new:
        g[i][j] = "R"
print(sum(row.count(".") for row in g))
print(*last)
print(total)
