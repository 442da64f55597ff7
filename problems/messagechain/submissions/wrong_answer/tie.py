n, q = map(int, input().split())
s = [0, 0] + list(map(int, input().split()))
c = {}
for _ in range(q):
    a, b = map(int, input().split())
    k = 0
    while a != b:
        if a > b:
            a = s[a]
        else:
            b = s[b]
        k += 1
    c[a] = c.get(a, 0) + 1
    print(k, a)
print(max(c, key=lambda t: (c[t], t)))
