# one heap of bus numbers for each number of free seats; old entries are thrown away when they come up
from heapq import heappop, heappush, heapify

b, n = map(int, input().split())
seats = list(map(int, input().split()))
top = max(seats)
heaps = [[] for _ in range(top + 1)]
free = seats[:]
for i, s in enumerate(seats):
    heaps[s].append(i)
bus_of = {}
size_of = {}
load = [set() for _ in range(b)]
walked = 0
for _ in range(n):
    what, name, *more = input().split()
    if what == "on":
        size = int(more[0])
        best = b
        for s in range(size, top + 1):
            h = heaps[s]
            while h and free[h[0]] != s:
                heappop(h)
            if h and h[0] < best:
                best = h[0]
        if best == b:
            walked += size
            print(name, "walk")
        else:
            free[best] -= size
            heappush(heaps[free[best]], best)
            bus_of[name], size_of[name] = best, size
            load[best].add(name)
            print(name, best + 1)
    elif what == "off":
        if name in bus_of:
            bus = bus_of.pop(name)
            load[bus].discard(name)
            free[bus] += size_of[name]
            heappush(heaps[free[bus]], bus)
            print(name, free[bus])
        else:
            print(name, "gone")
    else:
        bus = int(name) - 1
        print(len(load[bus]), seats[bus] - free[bus])
        for g in load[bus]:
            del bus_of[g]
        load[bus].clear()
        free[bus] = seats[bus]
        heappush(heaps[seats[bus]], bus)
print(sum(seats) - sum(free), walked)
