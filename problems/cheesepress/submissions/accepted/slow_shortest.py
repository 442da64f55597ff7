# take the orders from the shortest to the longest, each one if everything stays in time
n = int(input())
L = []
for _ in range(n):
    a, b = input().split()
    L.append((int(a), int(b)))
L.sort()
plan = []
for p, d in L:
    trial = sorted(plan + [(d, p)])
    t = 0
    ok = True
    for dd, pp in trial:
        t += pp
        if t > dd:
            ok = False
            break
    if ok:
        plan = trial
print(len(plan), sum(x[1] for x in plan))
