n, m = [int(t) for t in input().split()]
w = [int(t) for t in input().split()]
rules = []
for _ in range(m):
    rules.append([int(t) for t in input().split()])
allrules = rules[:]
todo = list(range(1, n + 1))
plan = []
while todo:
    blocked = set(b for a, b in rules)
    free = [i for i in todo if i not in blocked]
    if len(free) == 0:
        break
    i = min(free)
    plan.append(i)
    todo.remove(i)
    # rules of a finished step are no longer needed
    rules = [r for r in rules if r[0] != i]
stop = {}
for i in plan:
    begin = 0
    for a, b in allrules:
        if b == i and stop[a] > begin:
            begin = stop[a]
    stop[i] = begin + w[i - 1]
print(*plan)
print(len(todo), sum(w[i - 1] for i in plan), max(list(stop.values()) + [0]))
