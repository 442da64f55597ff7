import sys
from heapq import heapify, heapreplace


def main():
    data = sys.stdin.read().split()
    n, m, q = map(int, data[:3])
    names = data[3 : 3 + 3 * n : 3]
    again = [int(x) for x in data[5 : 3 + 3 * n : 3]]
    heap = [(int(data[4 + 3 * i]), i) for i in range(n)]
    heapify(heap)
    wanted = set(map(int, data[3 + 3 * n :]))
    late = longest = 0
    for day in range(1, 366):
        done = [] if day in wanted else None
        for _ in range(m):
            due, i = heap[0]
            if due > day:
                break
            if due < day:
                late += 1
                if day - due > longest:
                    longest = day - due
            if done is not None:
                done.append(names[i])
            heapreplace(heap, (day + again[i], i))
        if done is not None:
            print(day, *(done or ["rest"]))
    print(late, longest)


main()
