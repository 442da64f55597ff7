from datetime import date, timedelta

n, q = map(int, input().split())
holidays = []
for _ in range(n):
    holidays.append(input().strip())

def is_work(d):
    if d.weekday() >= 5:
        return False
    if str(d) in holidays:
        return False
    return True

for _ in range(q):
    kind, a, b = input().split()
    day = date.fromisoformat(a)
    if kind == "due":
        left = int(b)
        while left > 0:
            day = day + timedelta(days=1)
            if is_work(day):
                left -= 1
        print(day)
    else:
        end = date.fromisoformat(b)
        count = 0
        while day <= end:
            if is_work(day):
                count += 1
            day += timedelta(days=1)
        print(count)
