from bisect import bisect_left
n = int(input())
f = sorted(tuple(map(int, input().split())) for _ in range(n))
t = []
for w, h, p in f:
    k = bisect_left(t, h)
    t[k:k + 1] = [h]
v = []
for i in range(n):
    v.append(f[i][2] + max([v[j] for j in range(i) if f[j][1] < f[i][1]], default=0))
print(len(t), max(v))
