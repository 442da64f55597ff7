r, c = map(int, input().split())
g = [input() for _ in range(r)]
R = [(y, x) for y in range(r) for x in range(c) if g[y][x] == "R"]
n = {}
for y in range(r):
    for x in range(c):
        if g[y][x] == "." and R:
            n[y, x] = min(abs(y - a) + abs(x - b) for a, b in R)
print(sum(row.count(".") for row in g) - len(n))
m = max(n.values(), default=0)
print(*next(((m, y + 1, x + 1) for (y, x), d in n.items() if d == m), (0, 0, 0)))
print(sum(n.values()))
