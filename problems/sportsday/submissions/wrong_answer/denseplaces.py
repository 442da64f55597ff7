k, m = map(int, input().split())
names = input().split()
s = [0] * k
f = [0] * k
for _ in range(m):
    r = input().split()
    v = r[2:]
    u = sorted({int(x) for x in v if x != "x"}, reverse=r[1] == "most")
    for i in range(k):
        p = len(u) + 1 if v[i] == "x" else u.index(int(v[i])) + 1
        s[i] += p
        f[i] -= p == 1
o = sorted(range(k), key=lambda i: (s[i], f[i], names[i]))
pos = 1
for q, i in enumerate(o):
    if q and (s[i], f[i]) != (s[o[q - 1]], f[o[q - 1]]):
        pos = q + 1
    print(pos, names[i], s[i])
