n = int(input())
lots = {}
for _ in range(n):
    a = input().split()
    q = lots.setdefault(a[1], [])
    c = int(a[2])
    if a[0] == "in":
        q.append([c, int(a[3])])
        continue
    h = sum(x[0] for x in q)
    if h < c:
        print("short", c - h)
        continue
    cost = 0
    while c:
        k = min(c, q[-1][0])
        cost += k * q[-1][1]
        c -= k
        q[-1][0] -= k
        if q[-1][0] == 0:
            q.pop()
    print(cost)
print("rest", sum(x[0] for q in lots.values() for x in q), sum(x[0] * x[1] for q in lots.values() for x in q))
