import sys
from heapq import heappush, heappop


def main():
    data = list(map(int, sys.stdin.read().split()))
    orders = sorted(zip(data[2::2], data[1::2]))
    taken = []
    hours = 0
    for d, p in orders:
        heappush(taken, -p)
        hours += p
        if hours > d:
            hours += heappop(taken)
    print(len(taken), hours)


main()
