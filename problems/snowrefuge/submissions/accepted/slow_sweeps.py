def main():
    r, c = map(int, input().split())
    BIG = 10 ** 6
    rows = [input() for _ in range(r)]
    need = [[0 if ch == "R" else BIG for ch in row] for row in rows]
    changed = True
    while changed:
        changed = False
        for y in range(r):
            for x in range(c):
                if rows[y][x] == ".":
                    best = need[y][x]
                    if y > 0: best = min(best, need[y - 1][x] + 1)
                    if x > 0: best = min(best, need[y][x - 1] + 1)
                    if y < r - 1: best = min(best, need[y + 1][x] + 1)
                    if x < c - 1: best = min(best, need[y][x + 1] + 1)
                    if rows[y][x] == "." and best < need[y][x]:
                        need[y][x] = best
                        changed = True
    snow = [(-need[y][x], y + 1, x + 1) for y in range(r) for x in range(c) if rows[y][x] == "."]
    good = [s for s in snow if s[0] > -BIG]
    print(len(snow) - len(good))
    if good:
        d, y, x = min(good)
        print(-d, y, x)
    else:
        print(0, 0, 0)
    print(-sum(s[0] for s in good))

main()
