n, g = map(int, input().split())
d = sorted(map(int, input().split()))
best = j = 0
for i in range(n):
    while d[i] - d[j] > g:
        j += 1
    best = max(best, i - j + 1)
tower, last = 0, -10**9
for x in d:
    if x - last > g:
        tower += 1
        last = x
print(best, tower)
