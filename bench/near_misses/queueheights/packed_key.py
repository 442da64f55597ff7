# near miss: bound overflow; height and place are packed as height * 1000 + place, but there can be 1600 places
import sys
from bisect import bisect_right, bisect_left, insort

data = list(map(int, sys.stdin.read().split()))
n, d = data[0], data[1]
h = data[2 : n + 2]
B = 1000
keys = [x * B + i for i, x in enumerate(h)]
seen = []
hindered = []
for i, x in enumerate(h):
    hindered.append(i - bisect_right(seen, (x + d) * B + B - 1))
    insort(seen, keys[i])
seen = []
hinders = [0] * n
for i in range(n - 1, -1, -1):
    hinders[i] = bisect_left(seen, (h[i] - d) * B)
    insort(seen, keys[i])
print(*hindered)
print(sum(hindered), hinders.index(max(hinders)) + 1)
