n, m, q = map(int, input().split())
c = []
for i in range(n):
    w, a, b = input().split()
    c.append([int(a), i, w, int(b)])
days = set(map(int, input().split()))
late = worst = 0
for day in range(1, 366):
    ready = sorted(x for x in c if x[0] <= day)[:m]
    for x in ready:
        if x[0] < day:
            late += 1
            worst = max(worst, day - x[0])
    if day in days:
        print(day, *([x[2] for x in ready] or ["rest"]))
    for x in ready:
        x[0] += x[3]
print(late, worst)
