n = int(input())
v = sorted(tuple(map(int, input().split()))[::-1] for _ in range(n))
t = c = 0
for d, p in v:
    if t + p <= d:
        t += p
        c += 1
print(c, t)
