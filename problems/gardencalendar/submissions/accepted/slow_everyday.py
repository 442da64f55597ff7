n, m, q = map(int, input().split())
name = []
due = []
every = []
for i in range(n):
    a, b, c = input().split()
    name.append(a)
    due.append(int(b))
    every.append(int(c))
days = [int(x) for x in input().split()]

late = 0
worst = 0
for day in range(1, 366):
    waiting = []
    for i in range(n):
        if due[i] <= day:
            waiting.append([due[i], i])
    waiting.sort()
    done = []
    for d, i in waiting[:m]:
        done.append(name[i])
        if day > d:
            late += 1
            worst = max(worst, day - d)
        due[i] = day + every[i]
    if day in days:
        if done == []:
            print(day, "rest")
        else:
            print(day, " ".join(done))
print(late, worst)
