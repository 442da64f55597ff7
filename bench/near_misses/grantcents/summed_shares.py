# near miss: rounding; the shares are floats summed up step by step, so equal shares come out as slightly different ones
import sys
from heapq import heapreplace


def main():
    it = iter(sys.stdin.read().split())
    k, m = int(next(it)), int(next(it))
    clubs = []
    for _ in range(k):
        name = next(it)
        clubs.append((name, int(next(it))))
    worth = [1.0 / members for _, members in clubs]
    queue = [(0.0, club) for club in range(k)]
    total = [0] * k
    for _ in range(m):
        month = [0] * k
        for _ in range(int(next(it))):
            share, club = queue[0]
            month[club] += 1
            heapreplace(queue, (share + worth[club], club))
        print(*month)
        total = [a + b for a, b in zip(total, month)]
    order = sorted(range(k), key=lambda c: (-total[c], clubs[c][1], clubs[c][0]))
    print(clubs[order[0]][0])


main()
