r, c, m, q = [int(v) for v in input().split()]
rows = []
for _ in range(r):
    line = [int(v) for v in input().split()]
    sums = [0]
    for v in line:
        sums.append(sums[-1] + v)
    rows.append(sums)
for s in input().split():
    s = int(s)
    found = []
    rich = 0
    for y in range(r - s + 1):
        for x in range(c - s + 1):
            t = 0
            # one difference for every row of the bed
            for k in range(s):
                t += rows[y + k][x + s] - rows[y + k][x]
            found.append((-t, y + 1, x + 1))
            if t // (s * s) >= m:
                rich += 1
    found.sort()
    print(-found[0][0], found[0][1], found[0][2], rich)
