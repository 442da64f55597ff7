n, m = map(int, input().split())
a = input().split()
c = {}
l = t = 0
b = (0, 0)
for r in range(n):
    c[a[r]] = c.get(a[r], 0) + 1
    while c[a[r]] > m:
        c[a[l]] -= 1
        l += 1
    t += r - l + 1
    b = max(b, (r - l + 1, l))
print(t)
print(b[1] + 1, b[1] + b[0])
