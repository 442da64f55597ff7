n = int(input())
g = {}
f = lambda s: int(s[:2]) * 60 + int(s[3:])
for i in range(1, n + 1):
    w = input().split()
    if w[0] == "back":
        g.pop(w[1], None)
        continue
    a, b = f(w[2]), f(w[3])
    same = sorted((x[1], x[2], k) for k, x in g.items() if x[0] == w[1])
    hit = [s for s in same if s[0] <= b and s[1] >= a]
    if not hit:
        g[str(i)] = (w[1], a, b)
        print("yes")
        continue
    t = a
    for s in same:
        if s[0] < t + b - a and s[1] > t:
            t = s[1]
    print("no", hit[0][2], "%02d:%02d" % divmod(t, 60) if t + b - a <= 1440 else "-")
print(len(g), sum(x[2] - x[1] for x in g.values()))
