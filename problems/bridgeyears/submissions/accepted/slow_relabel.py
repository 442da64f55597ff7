n, m = map(int, input().split())
district = list(range(n))
bridges = [0] * n
first = 0
for year in range(1, m + 1):
    a, b = map(int, input().split())
    a -= 1
    b -= 1
    if a != b:
        bridges[a] += 1
        bridges[b] += 1
    old = district[a]
    new = district[b]
    for i in range(n):
        if district[i] == old:
            district[i] = new
    sizes = {}
    for d in district:
        sizes[d] = sizes.get(d, 0) + 1
    print(len(sizes), max(sizes.values()), bridges.count(0))
    if len(sizes) == 1 and first == 0:
        first = year
print(first)
