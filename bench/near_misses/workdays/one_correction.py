# near miss: greedy; the due date is moved on once by the closed days on the way, without looking at closed days in the added part
import sys
from bisect import bisect_left, bisect_right
from datetime import date, timedelta


def plus(day, k):
    """The k-th weekday from Monday to Friday after the day."""
    wd = day.weekday()
    if wd > 4:
        day -= timedelta(wd - 4)
        wd = 4
    weeks, rest = divmod(wd + k, 5)
    return day + timedelta(weeks * 7 + rest - wd)


def weekdays(a, b):
    weeks, rest = divmod((b - a).days + 1, 7)
    first = a.weekday()
    return weeks * 5 + sum((first + i) % 7 < 5 for i in range(rest))


data = sys.stdin.read().split()
n, q = int(data[0]), int(data[1])
closed = [date.fromisoformat(x) for x in data[2 : n + 2]]
closed = sorted(x for x in closed if x.weekday() < 5)
pos = n + 2
for _ in range(q):
    kind, a = data[pos], date.fromisoformat(data[pos + 1])
    if kind == "due":
        end = plus(a, int(data[pos + 2]))
        lost = bisect_right(closed, end) - bisect_right(closed, a)
        print(plus(end, lost) if lost else end)
    else:
        b = date.fromisoformat(data[pos + 2])
        print(weekdays(a, b) - bisect_right(closed, b) + bisect_left(closed, a))
    pos += 3
