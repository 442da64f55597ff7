n, k, d = map(int, input().split())
x = []
while len(x) < n:
    for v in input().split():
        x.append(int(v))

def level(hour):
    part = x[hour - k:hour]
    part.sort()
    return part[k // 2]

alarms = 0
calm = 0
hours = list(range(k, n + 1))
levels = []
for h in hours:
    levels.append(level(h))
    if abs(x[h - 1] - level(h)) > d:
        alarms += 1
    if len(levels) > 1 and levels[-1] == levels[-2]:
        calm += 1
print(alarms, calm)
print(max(levels), hours[levels.index(max(levels))], min(levels), hours[levels.index(min(levels))])

best = 0
best_end = 0
row = 0
for i in range(len(levels)):
    if i > 0 and levels[i] < levels[i - 1]:
        row = 0
    row += 1
    if row > best:
        best = row
        best_end = hours[i]
print(best, best_end)
