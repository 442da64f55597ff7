n, k, d = map(int, input().split())
x = []
while len(x) < n:
    x += map(int, input().split())
m = [sorted(x[i - k + 1:i + 1])[k // 2] for i in range(k - 1, n)]
print(sum(abs(a - b) > d for a, b in zip(x[k - 1:], m)), sum(a == b for a, b in zip(m, m[1:])))
print(max(m), m.index(max(m)) + k, min(m), m.index(min(m)) + k)
best = run = 0
for i in range(len(m)):
    run = run + 1 if i and m[i] >= m[i - 1] else 1
    if run >= best:
        best, end = run, i
print(best, end + k)
