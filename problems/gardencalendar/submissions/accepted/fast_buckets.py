# a list of chores for every day, and one long waiting line with a pointer
n, m, q = map(int, input().split())
chores = []
due_on = [[] for _ in range(732)]
for i in range(n):
    name, start, every = input().split()
    chores.append((name, int(every)))
    due_on[int(start)].append(i)
asked = set(input().split())
line = []
head = 0
delays = []
for day in range(1, 366):
    for i in sorted(due_on[day]):
        line.append((i, day))
    today = line[head:head + m]
    head += len(today)
    for i, due in today:
        if due != day:
            delays.append(day - due)
        due_on[day + chores[i][1]].append(i)
    if str(day) in asked:
        if today:
            print(day, " ".join(chores[i][0] for i, due in today))
        else:
            print(day, "rest")
print(len(delays), max(delays, default=0))
