import heapq
n, m, s = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b, p, d = map(int, input().split())
    g[a].append((b, p, d))
    g[b].append((a, p, d))
t = [-1] * (n + 1)
h = [(s, 1)]
while h:
    x, a = heapq.heappop(h)
    if t[a] >= 0:
        continue
    t[a] = x
    for b, p, d in g[a]:
        # a ferry that leaves just now is missed
        heapq.heappush(h, ((x // p + 1) * p + d, b))
print(*t[1:])
print(t.index(max(t)))
