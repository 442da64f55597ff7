import sys
from heapq import heappush, heappop


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, m, s = data[:3]
    lines = [[] for _ in range(n + 1)]
    for k in range(3, 3 + 4 * m, 4):
        a, b, p, d = data[k:k + 4]
        lines[a].append((b, p, d))
        lines[b].append((a, p, d))
    time = [-1] * (n + 1)
    heap = [(s, 1)]
    while heap:
        t, a = heappop(heap)
        if time[a] >= 0:
            continue
        time[a] = t
        for b, p, d in lines[a]:
            if time[b] < 0:
                heappush(heap, (t + -t % p + d, b))
    print(*time[1:])
    print(time.index(max(time)))


main()
