n, q = map(int, input().split())
v = list(map(int, input().split()))
res = []
for _ in range(q):
    a, b = map(int, input().split())
    # takes a round to the same house as one around the whole street
    res.append(sum(v[a - 1:b]) if a < b else sum(v[a - 1:]) + sum(v[:b]))
for r in res:
    print(r)
print(res.index(max(res)) + 1)
