def patch(floor, r, c, y, x):
    found = [(y, x)]
    todo = [(y, x)]
    while len(todo) > 0:
        y, x = todo.pop(0)
        for a, b in [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]:
            if a >= 0 and a < r and b >= 0 and b < c:
                if floor[a][b] == floor[y][x] and (a, b) not in found:
                    found.append((a, b))
                    todo.append((a, b))
    return found


r, c = map(int, input().split())
floor = []
for i in range(r):
    floor.append(input())
done = set()
patches = []
for i in range(r):
    for j in range(c):
        if (i, j) not in done:
            p = patch(floor, r, c, i, j)
            done.update(p)
            patches.append(p)
for colour in "abcdefghijklmnopqrstuvwxyz":
    mine = [p for p in patches if floor[p[0][0]][p[0][1]] == colour]
    if mine:
        enclosed = 0
        for p in mine:
            inside = True
            for y, x in p:
                if y == 0 or x == 0 or y == r - 1 or x == c - 1:
                    inside = False
            if inside:
                enclosed += 1
        print(colour, len(mine), max(len(p) for p in mine), enclosed)
