n = int(input())
names = []
minutes = {}
needs = {}
for i in range(n):
    parts = input().split()
    names.append(parts[0])
    minutes[parts[0]] = int(parts[1])
    needs[parts[0]] = parts[3:]

finished = {}
now = 0
while True:
    best = None
    for s in names:
        if s in finished:
            continue
        # since when is it possible?
        since = 0
        ok = True
        for x in needs[s]:
            if x not in finished:
                ok = False
                break
            if finished[x] > since:
                since = finished[x]
        if ok:
            if best is None or (-since, minutes[s], s) < best:
                best = (-since, minutes[s], s)
    if best is None:
        break
    print(now, best[2])
    now += best[1]
    finished[best[2]] = now
if len(finished) == n:
    print("ready", now)
else:
    print("stuck", n - len(finished))
