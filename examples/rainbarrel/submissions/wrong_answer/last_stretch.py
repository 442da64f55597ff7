# Forgets the last stretch: an off-by-one in the number of windows.
import sys

data = list(map(int, sys.stdin.read().split()))
n, w, t = data[:3]
rain = data[3:]
total = sum(rain[:w])
totals = []
surprises = 0
for i in range(w, n):
    totals.append(total)
    if rain[i] > total:
        surprises += 1
    total += rain[i] - rain[i - w]
totals = totals or [total]
print(sum(1 for x in totals if x >= t))
print(totals.index(max(totals)) + 1, max(totals))
print(totals.index(min(totals)) + 1, min(totals))
print(surprises)
