# everybody has a place number; the smallest one is next
n, t = map(int, input().split())
come, need, place, fin = [], [], [], []
for _ in range(n):
    x, y = map(int, input().split())
    come.append(x)
    need.append(y)
    place.append(-1)
    fin.append(0)
now = 0
last = 0
new = 0
busy = 0
left = n
while left > 0:
    while new < n and come[new] <= now:
        place[new] = last
        last += 1
        new += 1
    here = [p for p in place if p >= 0]
    if len(here) == 0:
        now = come[new]
        continue
    busy = max(busy, len(here))
    i = place.index(min(here))
    place[i] = -1
    step = min(need[i], t)
    now += step
    need[i] -= step
    if need[i] == 0:
        fin[i] = now
        left -= 1
    else:
        while new < n and come[new] <= now:
            place[new] = last
            last += 1
            new += 1
        place[i] = last
        last += 1
for f in fin:
    print(f)
print(busy)
