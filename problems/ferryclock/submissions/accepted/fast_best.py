import heapq

n, m, s = map(int, input().split())
ferries = {port: [] for port in range(1, n + 1)}
for _ in range(m):
    a, b, p, d = map(int, input().split())
    ferries[a].append((b, p, d))
    ferries[b].append((a, p, d))
INF = float("inf")
best = {port: INF for port in ferries}
best[1] = s
queue = [(s, 1)]
while queue:
    now, port = heapq.heappop(queue)
    if now > best[port]:
        continue
    for other, p, d in ferries[port]:
        leave = (now + p - 1) // p * p
        if leave + d < best[other]:
            best[other] = leave + d
            heapq.heappush(queue, (leave + d, other))
arrival = [best[port] if best[port] < INF else -1 for port in range(1, n + 1)]
print(*arrival)
print(arrival.index(max(arrival)) + 1)
