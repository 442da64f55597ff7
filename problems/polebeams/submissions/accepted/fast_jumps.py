n = int(input())
h = list(map(int, input().split()))
# reach[i]: first index beyond the beam, found by jumping over whole beams
lo = [0] * n
for i in range(n):
    j = i - 1
    while j >= 0 and h[j] <= h[i]:
        j = lo[j]
    lo[i] = j
hi = [0] * n
for i in range(n - 1, -1, -1):
    j = i + 1
    while j < n and h[j] <= h[i]:
        j = hi[j]
    hi[i] = j
w = [hi[i] - lo[i] - 1 for i in range(n)]
m = max(w)
best = 0
for i in range(n):
    if w[i] < m and (best == 0 or h[i] < h[best - 1]):
        best = i + 1
print(*w)
print(best, sum(w))
