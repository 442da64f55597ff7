b, n = map(int, input().split())
seats = list(map(int, input().split()))
free, at, walk = seats[:], {}, 0
for _ in range(n):
    w = input().split()
    if w[0] == "on":
        s = int(w[2])
        f = [(free[i], i) for i in range(b) if free[i] >= s]
        if f:
            i = min(f)[1]
            free[i] -= s
            at[w[1]] = (i, s)
            print(w[1], i + 1)
        else:
            walk += s
            print(w[1], "walk")
    elif w[0] == "off":
        if w[1] in at:
            i, s = at.pop(w[1])
            free[i] += s
            print(w[1], free[i])
        else:
            print(w[1], "gone")
    else:
        i = int(w[1]) - 1
        g = [x for x in at if at[x][0] == i]
        print(len(g), seats[i] - free[i])
        for x in g:
            del at[x]
        free[i] = seats[i]
print(sum(seats) - sum(free), walk)
