n = int(input())
q, free, done, most = [], 0, 0, 0
o = [input().split() for _ in range(n)]
def take(t):
    global free, done
    b = max(q, key=lambda j: j[2])
    q.remove(b)
    print(t, b[0], t - b[3])
    free = t + b[1]
    done += 1
for i, w in enumerate(o):
    t = int(w[0])
    while q and free < t and o[i - 1][0] != w[0]:
        take(free)
        most = max(most, len(q))
    if w[1] == "send":
        q.append([w[2], int(w[3]), int(w[4]), t])
    else:
        h = [j for j in q if j[0] == w[2]]
        if not h:
            print("late", w[2])
        elif w[1] == "cancel":
            q.remove(h[0])
        else:
            h[0][2] += 1
    if i + 1 == n or int(o[i + 1][0]) != t:
        if q and free <= t:
            take(t)
        most = max(most, len(q))
while q:
    take(free)
print(done, free, most)
