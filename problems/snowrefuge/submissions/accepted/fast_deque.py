from collections import deque

r, c = map(int, input().split())
grid = [input() for _ in range(r)]
need = [[None] * c for _ in range(r)]
todo = deque()
for y in range(r):
    for x in range(c):
        if grid[y][x] == "R":
            need[y][x] = 0
            todo.append((y, x))
while todo:
    y, x = todo.popleft()
    d = need[y][x] + 1
    for v, u in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
        if 0 <= v < r and 0 <= u < c and need[v][u] is None and grid[v][u] == ".":
            need[v][u] = d
            todo.append((v, u))
lost = total = 0
best = (0, 0, 0)
for y in range(r):
    for x in range(c):
        if grid[y][x] == ".":
            if need[y][x] is None:
                lost += 1
            else:
                total += need[y][x]
                if need[y][x] > best[0]:
                    best = (need[y][x], y + 1, x + 1)
print(lost)
print(*best)
print(total)
