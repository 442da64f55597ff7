# near miss: tie-break; the port taken last from the heap is named, which is the largest number of several that are reached last
import sys
from heapq import heappop, heappush

read = sys.stdin.readline
n, m, s = map(int, read().split())
adj = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b, p, d = map(int, read().split())
    adj[a].append((b, p, d))
    adj[b].append((a, p, d))
done = [-1] * (n + 1)
heap = [(s, 1)]
last = 1
while heap:
    t, u = heappop(heap)
    if done[u] >= 0:
        continue
    done[u] = t
    last = u
    for v, p, d in adj[u]:
        if done[v] < 0:
            heappush(heap, (t + -t % p + d, v))
print(*done[1:])
print(last)
