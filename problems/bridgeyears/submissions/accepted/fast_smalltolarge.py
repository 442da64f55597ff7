# every island knows the list of its district; the shorter list moves
n, m = map(int, input().split())
home = [[i] for i in range(n + 1)]
connected = set()
count, most, first = n, 1, 0
for year in range(m):
    a, b = map(int, input().split())
    if a != b:
        connected.add(a)
        connected.add(b)
    p, q = home[a], home[b]
    if p is not q:
        if len(p) < len(q):
            p, q = q, p
        p += q
        for island in q:
            home[island] = p
        count -= 1
        if len(p) > most:
            most = len(p)
    if count == 1 and first == 0:
        first = year + 1
    print(count, most, n - len(connected))
print(first)
