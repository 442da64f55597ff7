n, m, q = map(int, input().split())
L = []
for i in range(n):
    w = input().split()
    L.append((int(w[1]), i, w[0], int(w[2])))
D = list(map(int, input().split()))
late = []
for day in range(1, 366):
    out = str(day)
    for k in range(m):
        # the most urgent chore first
        L.sort()
        d, i, w, e = L[0]
        if d > day:
            break
        L.pop(0)
        L.append((day + e, i, w, e))
        out += " " + w
        late.append(day - d)
    if day in D:
        print(out if " " in out else out + " rest")
late = [x for x in late if x > 0]
print(len(late), max(late + [0]))
