n = int(input())
a = [int(x) for x in input().split()]

def divisors(x):
    res = []
    d = 1
    while d * d <= x:
        if x % d == 0:
            res.append(d)
            if d != x // d:
                res.append(x // d)
        d += 1
    return res

r1 = [-1] * n
r2 = [-1] * n
for i in range(n):
    ds = divisors(a[i])
    for j in range(n):
        if a[j] in ds:
            r2[i] += 1
            r1[j] += 1
print(*r1)
print(*r2)
print([x + y for x, y in zip(r1, r2)].count(0))
