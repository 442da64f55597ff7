n, t = map(int, input().split())
coming = []
for i in range(n):
    a, w = map(int, input().split())
    coming.append([i, a, w])
queue = []
end = {}
now = 0
largest = 0
while coming != [] or queue != []:
    if queue == [] and coming[0][1] > now:
        now = coming[0][1]
    queue = queue + [p for p in coming if p[1] <= now]
    coming = [p for p in coming if p[1] > now]
    largest = max(largest, len(queue))
    pupil = queue[0]
    queue = queue[1:]
    minutes = min(t, pupil[2])
    now += minutes
    pupil[2] -= minutes
    queue = queue + [p for p in coming if p[1] <= now]
    coming = [p for p in coming if p[1] > now]
    if pupil[2] > 0:
        queue = queue + [pupil]
    else:
        end[pupil[0]] = now
for i in range(n):
    print(end[i])
print(largest)
