n, q = [int(k) for k in input().split()]
a = [int(k) for k in input().split()]
asked = [int(k) for k in input().split()]

def common(u, v):
    while v > 0:
        u, v = v, u % v
    return u

table = {}
for start in range(n):
    g = a[start]
    end = start
    while end < n:
        if g == 1:
            # nothing changes any more
            table[1] = table.get(1, 0) + n - end
            break
        g = common(a[end], g)
        if g > 1:
            table[g] = table.get(g, 0) + 1
            end += 1
for r in asked:
    print(table.get(r, 0))
print(len(table))
