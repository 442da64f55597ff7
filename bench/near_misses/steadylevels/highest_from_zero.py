# near miss: bound overflow; the search for the highest level starts from 0, too high when no level is positive
import sys
from bisect import bisect_left, insort

data = list(map(int, sys.stdin.read().split()))
n, k, d = data[:3]
x = data[3 : 3 + n]
mid = k // 2
win = sorted(x[:k])
level = win[mid]
high = high_at = 0
low, low_at = 10**9, 0
alarms = calm = 0
run = best = best_at = 0
before = None
for hour in range(k, n + 1):
    if hour > k:
        del win[bisect_left(win, x[hour - k - 1])]
        insort(win, x[hour - 1])
        level = win[mid]
    if abs(x[hour - 1] - level) > d:
        alarms += 1
    if level == before:
        calm += 1
    if level > high:
        high, high_at = level, hour
    if level < low:
        low, low_at = level, hour
    run = run + 1 if before is not None and level >= before else 1
    if run > best:
        best, best_at = run, hour
    before = level
print(alarms, calm)
print(high, high_at, low, low_at)
print(best, best_at)
