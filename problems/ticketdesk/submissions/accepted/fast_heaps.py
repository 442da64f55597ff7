import sys
from heapq import heapify, heappop, heappush


def main():
    data = sys.stdin.read().split()
    n, d, b = map(int, data[:3])
    limits = [0] + [int(x) for x in data[3 : 3 + d]]
    busy = []
    free = list(range(1, d + 1))
    worked = [0] * (d + 1)
    out = []
    worst, who = -1, None
    now = 0
    for i in range(3 + d, 3 + d + 3 * n, 3):
        come, work = int(data[i + 1]), int(data[i + 2])
        if come > now:
            now = come
        if not free and busy[0][0] > now:
            now = busy[0][0]
        while busy and busy[0][0] <= now:
            heappush(free, heappop(busy)[1])
        desk = heappop(free)
        before = worked[desk]
        worked[desk] = before + work
        end = now + work
        if before < limits[desk] <= worked[desk]:
            end += b
        heappush(busy, (end, desk))
        out.append(f"{data[i]} {desk} {now}")
        if now - come > worst:
            worst, who = now - come, data[i]
    out.append(f"{worst} {who} {worked.index(max(worked[1:]), 1)}")
    print("\n".join(out))


main()
