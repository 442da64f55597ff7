k, q = map(int, input().split())
v = []
c = []
for i in range(k):
    a, b = map(int, input().split())
    v.append(a)
    c.append(b)
amounts = [int(x) for x in input().split()]
top = max(amounts)
ways = [0] * (top + 1)
ways[0] = 1
for i in range(k):
    new = [0] * (top + 1)
    for a in range(top + 1):
        if ways[a] == 0:
            continue
        for n in range(c[i] + 1):
            if a + n * v[i] > top:
                break
            new[a + n * v[i]] += ways[a]
    ways = [w % 1000000007 for w in new]
for a in amounts:
    print(ways[a])
