from collections import deque
n, t = map(int, input().split())
a = [tuple(map(int, input().split())) for _ in range(n)]
q = deque()
now = k = m = 0
f = [0] * n
while k < n or q:
    if not q: now = max(now, a[k][0])
    while k < n and a[k][0] <= now:
        q.append((k, a[k][1])); k += 1
    m = max(m, len(q))
    i, w = q.popleft()
    now += min(w, t)
    if w > t: q.append((i, w - t))
    else: f[i] = now
print(*f, m, sep="\n")
