import sys
from heapq import heapify, heappop, heappush


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, m = data[0], data[1]
    w = [0] + data[2:2 + n]
    after = [[] for _ in range(n + 1)]
    waits = [0] * (n + 1)
    for a, b in zip(data[2 + n::2], data[3 + n::2]):
        after[a].append(b)
        waits[b] += 1
    ready = [i for i in range(1, n + 1) if not waits[i]]
    heapify(ready)
    start = [0] * (n + 1)
    done = []
    minutes = last = 0
    while ready:
        i = heappop(ready)
        done.append(i)
        minutes += w[i]
        end = start[i] + w[i]
        if end > last:
            last = end
        for j in after[i]:
            if end > start[j]:
                start[j] = end
            waits[j] -= 1
            if not waits[j]:
                heappush(ready, j)
    print(*done)
    print(n - len(done), minutes, last)


main()
