n, m = map(int, input().split())
w = list(map(int, input().split()))
rules = []
for i in range(m):
    a, b = map(int, input().split())
    rules.append((a, b))
before = {}
for i in range(1, n + 1):
    before[i] = []
for a, b in rules:
    before[b].append(a)
done = []
finish = {}
time = 0
found = True
while found:
    found = False
    for i in range(1, n + 1):
        if i in finish:
            continue
        ok = True
        latest = 0
        for a in before[i]:
            if a not in finish:
                ok = False
                break
            latest = max(latest, finish[a])
        if ok:
            done.append(i)
            finish[i] = latest + w[i - 1]
            time += w[i - 1]
            found = True
            break
print(*done)
print(n - len(done), time, max(finish.values()) if done else 0)
