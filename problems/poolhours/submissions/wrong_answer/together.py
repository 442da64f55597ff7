n, k = map(int, input().split())
e = []
for _ in range(n):
    a, b = map(int, input().split())
    # guests who come in a minute are counted with those who leave then
    e += [(a, -1), (b, 1)]
e.sort()
g = o = m = f = t = r = l = 0
best = 0
for x, s in e:
    if g: o += x - t
    if g >= k:
        m += x - t
        r += x - t
        l = max(l, r)
    else:
        r = 0
    t = x
    g -= s
    if g > best: best, f = g, x
print(o, m, best, f, l)
