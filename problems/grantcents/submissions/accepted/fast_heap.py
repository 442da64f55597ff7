import sys
from heapq import heapify, heapreplace
from math import lcm


def main():
    data = sys.stdin.read().split()
    k, m = int(data[0]), int(data[1])
    names = data[2 : 2 + 2 * k : 2]
    size = [int(x) for x in data[3 : 3 + 2 * k : 2]]
    common = lcm(*size)
    step = [common // s for s in size]
    heap = [(0, i) for i in range(k)]
    heapify(heap)
    total = [0] * k
    for coins in data[2 + 2 * k : 2 + 2 * k + m]:
        got = [0] * k
        for _ in range(int(coins)):
            share, i = heap[0]
            heapreplace(heap, (share + step[i], i))
            got[i] += 1
        print(*got)
        for i in range(k):
            total[i] += got[i]
    print(min((-total[i], size[i], names[i]) for i in range(k))[2])


main()
