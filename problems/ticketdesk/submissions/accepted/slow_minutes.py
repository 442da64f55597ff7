n, d, b = map(int, input().split())
limits = list(map(int, input().split()))
people = []
for i in range(n):
    name, come, work = input().split()
    people.append((name, int(come), int(work)))

free_at = [0] * d
worked = [0] * d
had_break = [False] * d
waits = []
queue = list(people)
t = 0
while len(queue) > 0:
    for k in range(d):
        if free_at[k] <= t and len(queue) > 0 and queue[0][1] <= t:
            name, come, work = queue.pop(0)
            print(name, k + 1, t)
            waits.append(t - come)
            free_at[k] = t + work
            worked[k] += work
            if worked[k] >= limits[k] and not had_break[k]:
                had_break[k] = True
                free_at[k] += b
    t += 1
w = max(waits)
print(w, people[waits.index(w)][0], worked.index(max(worked)) + 1)
