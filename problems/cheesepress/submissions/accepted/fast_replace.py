import heapq

n = int(input())
jobs = []
for _ in range(n):
    p, d = map(int, input().split())
    jobs.append((d, p))
jobs.sort(key=lambda job: job[0])

accepted = []  # negative lengths, the longest one first
total = 0
for deadline, length in jobs:
    if total + length <= deadline:
        heapq.heappush(accepted, -length)
        total += length
    elif accepted and -accepted[0] > length:
        # a shorter order in place of the longest one
        total += length + heapq.heapreplace(accepted, -length)
print(len(accepted), total)
