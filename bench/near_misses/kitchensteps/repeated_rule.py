# near miss: lost duplicates; a repeated rule is counted twice for the waiting step but released only once
import heapq
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
w = [0] + data[2 : n + 2]
after = [set() for _ in range(n + 1)]
waits = [0] * (n + 1)
pairs = iter(data[n + 2 : n + 2 + 2 * m])
for a, b in zip(pairs, pairs):
    after[a].add(b)
    waits[b] += 1
heap = [i for i in range(1, n + 1) if not waits[i]]
start = [0] * (n + 1)
order = []
longest = 0
while heap:
    i = heapq.heappop(heap)
    order.append(i)
    end = start[i] + w[i]
    longest = max(longest, end)
    for j in after[i]:
        start[j] = max(start[j], end)
        waits[j] -= 1
        if not waits[j]:
            heapq.heappush(heap, j)
print(*order)
print(n - len(order), sum(w[i] for i in order), longest)
