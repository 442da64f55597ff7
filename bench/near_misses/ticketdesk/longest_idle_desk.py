# near miss: wrong order; the desk that became free first is taken instead of the free desk with the smallest number
import sys
from heapq import heapreplace


def main():
    it = iter(sys.stdin.read().split())
    n, d, b = int(next(it)), int(next(it)), int(next(it))
    limit = [int(next(it)) for _ in range(d)]
    work = [0] * d
    desks = [(0, j) for j in range(d)]      # free from, desk
    now = 0
    wait, waiter = -1, ""
    out = []
    for _ in range(n):
        name, come, need = next(it), int(next(it)), int(next(it))
        since, j = desks[0]
        now = max(now, come, since)
        fresh = work[j] < limit[j]
        work[j] += need
        again = now + need
        if fresh and work[j] >= limit[j]:
            again += b
        heapreplace(desks, (again, j))
        out.append(f"{name} {j + 1} {now}")
        if now - come > wait:
            wait, waiter = now - come, name
    out.append(f"{wait} {waiter} {work.index(max(work)) + 1}")
    print("\n".join(out))


main()
