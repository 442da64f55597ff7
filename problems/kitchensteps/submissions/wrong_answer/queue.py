from collections import deque
n, m = map(int, input().split())
w = [0] + list(map(int, input().split()))
g = [[] for _ in range(n + 1)]
d = [0] * (n + 1)
e = [0] * (n + 1)
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    d[b] += 1
q = deque(i for i in range(1, n + 1) if not d[i])
o = []
while q:
    i = q.popleft()
    o.append(i)
    e[i] += w[i]
    for j in sorted(g[i]):
        e[j] = max(e[j], e[i])
        d[j] -= 1
        if not d[j]:
            q.append(j)
print(*o)
print(n - len(o), sum(w[i] for i in o), max((e[i] for i in o), default=0))
