import sys
n, k, w = map(int, input().split())
d = {}
s = set()
c = 0
for line in sys.stdin:
    t, u, r = line.split()
    t = int(t)
    if r == "ok":
        d[u] = []
        continue
    d[u] = [x for x in d.get(u, []) if x >= t - w] + [t]
    if len(d[u]) >= k:
        print(t, u)
        d[u] = []
        c += 1
        s.add(u)
print("alarms", c, len(s))
