n, m = [int(v) for v in input().split()]
boss = {}
for i in range(1, n + 1):
    boss[i] = i

def top(i):
    while boss[i] != i:
        i = boss[i]
    return i

built = []
answer = 0
for y in range(m):
    a, b = [int(v) for v in input().split()]
    built.append((a, b))
    boss[top(a)] = top(b)
    # count everything anew
    members = {}
    for i in range(1, n + 1):
        t = top(i)
        if t not in members:
            members[t] = []
        members[t].append(i)
    touched = set()
    for u, v in built:
        if u != v:
            touched.add(u)
            touched.add(v)
    largest = 0
    for t in members:
        if len(members[t]) > largest:
            largest = len(members[t])
    print(len(members), largest, n - len(touched))
    if answer == 0 and len(members) == 1:
        answer = y + 1
print(answer)
