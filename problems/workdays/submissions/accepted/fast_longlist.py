# lists all working days once; room for 3000 working days behind the last date
from bisect import bisect_left, bisect_right

n, q = map(int, input().split())
closed = {input() for _ in range(n)}
asked = [input().split() for _ in range(q)]
first = min(a[1] for a in asked)
until = max([a[2] for a in asked if a[0] == "span"] + [a[1] for a in asked])
need = max([int(a[2]) for a in asked if a[0] == "due"], default=0)
year = int(first[:4])
weekday = ((year - 2001) * 365 + (year - 2001) // 4) % 7
days = []
extra = 0
while extra <= need:
    leap = year % 4 == 0
    for month, size in enumerate((31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1):
        start = f"{year}-{month:02d}-"
        for day in range(1, size + 1):
            if weekday < 5:
                text = start + f"{day:02d}"
                if text not in closed:
                    days.append(text)
                    extra += text > until
            weekday = (weekday + 1) % 7
    year += 1
for what, a, b in asked:
    if what == "due":
        print(days[bisect_right(days, a) + int(b) - 1])
    else:
        print(bisect_right(days, b) - bisect_left(days, a))
