# the queue is one long list with a moving front
n, t = map(int, input().split())
pupils = [tuple(map(int, input().split())) for _ in range(n)]
pupils.append((10 ** 9, 0))
line = []
work = []
front = 0
finish = [None] * n
clock = 0
new = 0
crowd = 0
while True:
    if front == len(line):
        if new == n:
            break
        clock = max(clock, pupils[new][0])
    while pupils[new][0] <= clock:
        line.append(new)
        work.append(pupils[new][1])
        new += 1
    crowd = max(crowd, len(line) - front)
    who, left = line[front], work[front]
    front += 1
    clock += min(t, left)
    if left > t:
        while pupils[new][0] <= clock:
            line.append(new)
            work.append(pupils[new][1])
            new += 1
        line.append(who)
        work.append(left - t)
    else:
        finish[who] = clock
print(*finish, sep="\n")
print(crowd)
