n, m = map(int, input().split())
p = list(range(n + 1))
s = [1] * (n + 1)
t = set()
c, big, f = n, 1, 0
def r(x):
    while p[x] != x:
        x = p[x]
    return x
for y in range(m):
    a, b = map(int, input().split())
    t |= {a, b}
    a, b = r(a), r(b)
    if a != b:
        p[a] = b
        s[b] += s[a]
        big = max(big, s[b])
        c -= 1
    if c == 1 and not f:
        f = y + 1
    print(c, big, n - len(t))
print(f)
