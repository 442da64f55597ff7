n, m = map(int, input().split())
a = list(map(int, input().split()))
count = 0
best = 0
bi = bj = 0
for i in range(n):
    d = {}
    j = i
    while j < n:
        d[a[j]] = d.get(a[j], 0) + 1
        if d[a[j]] > m:
            break
        j += 1
    count += j - i
    if j - i > best:
        best = j - i
        bi, bj = i + 1, j
print(count)
print(bi, bj)
