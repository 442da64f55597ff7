# keeps "tokens minus ticks", so that only taking tokens changes the number
n, cap, every = map(int, input().split())
level, printed, refused = {}, {}, {}
left = {}
for _ in range(n):
    second, group, cost = input().split()
    ticks = int(second) // every
    cost = int(cost)
    tokens = min(cap, level.get(group, cap) + ticks)
    printed.setdefault(group, 0)
    refused.setdefault(group, 0)
    if cost <= tokens:
        tokens -= cost
        printed[group] += 1
    else:
        refused[group] += 1
    level[group] = tokens - ticks
    left[group] = tokens
for group in sorted(left):
    print(group, printed[group], refused[group], left[group])
