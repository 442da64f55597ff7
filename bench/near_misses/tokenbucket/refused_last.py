# near miss: edge case; when the last job of a class is refused the tokens that came since its last printed job are not shown
import sys

rows = sys.stdin.read().split("\n")
n, b, r = map(int, rows[0].split())
level, tick, printed, refused = {}, {}, {}, {}
for row in rows[1 : n + 1]:
    t, name, cost = row.split()
    now, cost = int(t) // r, int(cost)
    if name not in level:
        level[name], tick[name] = b, now
        printed[name] = refused[name] = 0
    have = level[name] + now - tick[name]
    if have > b:
        have = b
    if have < cost:
        refused[name] += 1  # the jar stays as it is
        continue
    printed[name] += 1
    level[name] = have - cost
    tick[name] = now
for name in sorted(level):
    print(name, printed[name], refused[name], level[name])
