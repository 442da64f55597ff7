# it is enough to look at the k-th last failure
import sys
read = sys.stdin.readline
n, k, w = map(int, read().split())
hist = {}
alarmed = {}
total = 0
for _ in range(n):
    second, who, res = read().split()
    if who not in hist:
        hist[who] = []
    h = hist[who]
    if res == "ok":
        h.clear()
    else:
        second = int(second)
        h.append(second)
        if len(h) >= k and h[-k] > second - w:
            print(second, who)
            total += 1
            alarmed[who] = 1
            h.clear()
print("alarms", total, len(alarmed))
