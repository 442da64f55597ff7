n, b, r = map(int, input().split())
jobs = []
for i in range(n):
    t, c, k = input().split()
    jobs.append((int(t), c, int(k)))

tokens = {}
stats = {}
for t, c, k in jobs:
    tokens[c] = b
    stats[c] = [0, 0, 0]

now = 0
for t, c, k in jobs:
    # let the time pass
    while now < t:
        now += 1
        if now % r == 0:
            for name in tokens:
                if tokens[name] < b:
                    tokens[name] += 1
    if tokens[c] >= k:
        tokens[c] -= k
        stats[c][0] += 1
    else:
        stats[c][1] += 1
    stats[c][2] = tokens[c]

for c in sorted(stats):
    print(c, stats[c][0], stats[c][1], stats[c][2])
