n, d, b = map(int, input().split())
lim = list(map(int, input().split()))
free, tot, left = [0] * d, [0] * d, lim[:]
now, best = 0, (-1, "")
for _ in range(n):
    name, c, w = input().split()
    c, w = int(c), int(w)
    now = max(now, c, min(free))
    k = min(i for i in range(d) if free[i] <= now)
    print(name, k + 1, now)
    free[k] = now + w
    tot[k] += w
    left[k] -= w
    if left[k] <= 0:
        free[k] += b
        left[k] = lim[k]
    if now - c > best[0]:
        best = (now - c, name)
print(*best, tot.index(max(tot)) + 1)
