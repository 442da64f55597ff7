k, n = map(int, input().split())
q = dict(input().split() for _ in range(k))
f, t = {}, {}
up = lambda p: [p[:i] for i in range(len(p) - 1, 0, -1) if p[i] == "/"]
for _ in range(n):
    c = input().split()
    if c[0] == "size":
        print(t.get(c[1], 0))
    elif c[0] == "del":
        if c[1] not in f:
            print("missing")
        else:
            s = f.pop(c[1])
            for d in up(c[1]):
                t[d] -= s
    else:
        s = int(c[2])
        # room is checked for the new file without the old one being gone
        bad = [d for d in up(c[1]) if d in q and t.get(d, 0) + s > int(q[d])]
        if bad:
            print("full", bad[0])
            continue
        for d in up(c[1]):
            t[d] = t.get(d, 0) + s - f.get(c[1], 0)
        f[c[1]] = s
print("files", len(f), sum(f.values()))
