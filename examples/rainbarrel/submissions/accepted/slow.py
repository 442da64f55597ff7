n, w, t = map(int, input().split())

rain = []
while len(rain) < n:
    for x in input().split():
        rain = rain + [int(x)]

# all stretches of w days
good = 0
for i in range(n - w + 1):
    if sum(rain[i : i + w]) >= t:
        good += 1

best = -1
best_day = 0
worst = 10**9
worst_day = 0
for i in range(n - w + 1):
    total = sum(rain[i : i + w])
    if total > best:
        best = total
        best_day = i + 1
    if total < worst:
        worst = total
        worst_day = i + 1

surprises = 0
for i in range(w, n):
    before = sum(rain[i - w : i])
    if rain[i] > before:
        surprises = surprises + 1

print(good)
print(best_day, best)
print(worst_day, worst)
print(surprises)
