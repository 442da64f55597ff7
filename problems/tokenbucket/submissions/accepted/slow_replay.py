import sys
lines = sys.stdin.read().splitlines()
n, b, r = [int(v) for v in lines[0].split()]
taken = []   # every printed job: (tick, class, cost)
stat = {}
def fill(cls, tick):
    # replay all printed jobs of this class from the beginning
    have = b
    prev = 0
    for tk, c, cost in taken:
        if c == cls:
            have = min(b, have + (tk - prev))
            have -= cost
            prev = tk
    return min(b, have + tick - prev)
for line in lines[1:n + 1]:
    t, c, cost = line.split()
    tick = int(t) // r
    cost = int(cost)
    h = fill(c, tick)
    if c not in stat: stat[c] = [0, 0, 0]
    if h >= cost:
        taken.append((tick, c, cost))
        stat[c][0] += 1
    else:
        stat[c][1] += 1
    stat[c][2] = fill(c, tick)
for c in sorted(stat):
    print(c, " ".join(str(v) for v in stat[c]))
