n = int(input())
orders = []
for i in range(n):
    orders.append(input().split())

queue = []
t = 0
free_at = 0
printed = 0
last = 0
most = 0
while len(orders) > 0 or len(queue) > 0:
    # everything that is ordered in this second
    while len(orders) > 0 and int(orders[0][0]) == t:
        o = orders.pop(0)
        if o[1] == "send":
            queue.append([o[2], int(o[3]), int(o[4]), t])
        else:
            found = None
            for job in queue:
                if job[0] == o[2]:
                    found = job
            if found is None:
                print("late", o[2])
            elif o[1] == "cancel":
                queue.remove(found)
            else:
                found[2] += 1
    if free_at <= t and len(queue) > 0:
        best = queue[0]
        for job in queue:
            if job[2] > best[2] or (job[2] == best[2] and job[1] < best[1]):
                best = job
        queue.remove(best)
        print(t, best[0], t - best[3])
        free_at = t + best[1]
        last = free_at
        printed += 1
    most = max(most, len(queue))
    t += 1
print(printed, last, most)
