from heapq import heappush, heappop
n = int(input())
m, k, u = {}, {}, {}
for _ in range(n):
    a, b, c, *r = input().split()
    m[a], k[a] = int(b), int(c)
    for x in r:
        u.setdefault(x, []).append(a)
h = []
for a in m:
    if k[a] == 0:
        heappush(h, (0, m[a], a))
t = d = 0
while h:
    s, w, a = heappop(h)
    print(t, a)
    t += w
    d += 1
    for x in u.get(a, []):
        k[x] -= 1
        if k[x] == 0:
            heappush(h, (t, m[x], x))
print(*(("ready", t) if d == n else ("stuck", n - d)))
