import sys
from heapq import heapify, heappop, heappush


def main():
    lines = sys.stdin.read().split("\n")
    n = int(lines[0])
    minutes, missing, users = {}, {}, {}
    for line in lines[1 : n + 1]:
        name, m, k, *needs = line.split()
        minutes[name] = int(m)
        missing[name] = int(k)
        for x in needs:
            users.setdefault(x, []).append(name)
    heap = [(0, minutes[x], x) for x in minutes if missing[x] == 0]
    heapify(heap)
    now = 0
    out = []
    while heap:
        _, m, name = heappop(heap)
        out.append(f"{now} {name}")
        now += m
        for x in users.get(name, ()):
            missing[x] -= 1
            if missing[x] == 0:
                heappush(heap, (-now, minutes[x], x))
    if len(out) == n:
        out.append(f"ready {now}")
    else:
        out.append(f"stuck {n - len(out)}")
    print("\n".join(out))


main()
