import re
n, k = map(int, input().split())
d, c = {}, {}
for i in range(1, n + 1):
    for w in re.findall("[a-z]+", input().lower()):
        c[w] = c.get(w, 0) + 1
        d.setdefault(w, set()).add(i)
any_ = False
for w in sorted(d):
    if len(d[w]) <= k:
        any_ = True
        g = []
        for x in sorted(d[w]):
            if g and g[-1][1] == x - 1:
                g[-1][1] = x
            else:
                g.append([x, x])
        print(w, c[w], *[f"{a}-{b}" if a < b else a for a, b in g])
if not any_:
    print("nothing")
