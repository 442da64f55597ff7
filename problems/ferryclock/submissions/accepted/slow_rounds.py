n, m, s = map(int, input().split())
lines = []
for i in range(m):
    a, b, p, d = map(int, input().split())
    lines.append((a, b, p, d))
    lines.append((b, a, p, d))
time = [None] * (n + 1)
time[1] = s
changed = True
while changed:
    changed = False
    for a, b, p, d in lines:
        if time[a] is not None:
            t = time[a]
            if t % p != 0:
                t = t + p - t % p
            t = t + d
            if time[b] is None or t < time[b]:
                time[b] = t
                changed = True
last = 1
for i in range(1, n + 1):
    if time[i] is None:
        time[i] = -1
    if time[i] > time[last]:
        last = i
print(*time[1:])
print(last)
