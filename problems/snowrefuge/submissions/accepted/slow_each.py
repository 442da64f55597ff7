# one search from every refuge
from collections import deque

def search(grid, r, c, sy, sx):
    dist = {(sy, sx): 0}
    q = deque([(sy, sx)])
    while q:
        y, x = q.popleft()
        for dy, dx in [(0, 1), (1, 0), (0, -1), (-1, 0)]:
            ny = y + dy
            nx = x + dx
            if ny < 0 or nx < 0 or ny >= r or nx >= c:
                continue
            if grid[ny][nx] == "#" or (ny, nx) in dist:
                continue
            dist[(ny, nx)] = dist[(y, x)] + 1
            q.append((ny, nx))
    return dist

r, c = map(int, input().split())
grid = [input().strip() for i in range(r)]
need = {}
for y in range(r):
    for x in range(c):
        if grid[y][x] == "R":
            for place, d in search(grid, r, c, y, x).items():
                if place not in need or need[place] > d:
                    need[place] = d
lost = 0
far = 0
place = (-1, -1)
for y in range(r):
    for x in range(c):
        if grid[y][x] == "." and (y, x) not in need:
            lost += 1
        elif grid[y][x] == "." and need[(y, x)] > far:
            far = need[(y, x)]
            place = (y, x)
print(lost)
print(far, place[0] + 1, place[1] + 1)
print(sum(need.values()))
