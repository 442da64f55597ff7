import heapq

n, q = map(int, input().split())
pumps = [tuple(map(int, input().split())) for _ in range(n)]
for b in map(int, input().split()):
    heap = [(s + p, p) for s, p in pumps]
    heapq.heapify(heap)
    barrels = 0
    now = 0
    while barrels < b or heap[0][0] == now:
        now, p = heapq.heappop(heap)
        barrels += 1
        heapq.heappush(heap, (now + p, p))
    print(now, barrels)
