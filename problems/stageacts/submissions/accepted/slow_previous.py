n, g = [int(x) for x in input().split()]
ends = []
table = {}
for i in range(n):
    b, e, v = [int(x) for x in input().split()]
    ends.append(e)
    table.setdefault(e, []).append((b, v))
ends = sorted(set(ends))
res = [(0, 0)]
for i in range(len(ends)):
    cand = [res[i]]
    for b, v in table[ends[i]]:
        # how many ends are early enough?
        k = len([x for x in ends if x <= b - g])
        c, a = res[k]
        cand.append((c + v, a - 1))
    res.append(max(cand))
print(res[-1][0], -res[-1][1])
