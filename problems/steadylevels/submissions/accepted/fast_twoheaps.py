# two heaps with values that are thrown away late; every reading gets a unique number
from heapq import heappush, heappop, heapify

n, k, d = map(int, input().split())
read = []
while len(read) < n:
    read += map(int, input().split())
code = [v * 4096 + i for i, v in enumerate(read)]
start = sorted(code[:k])
low = [-c for c in start[:k // 2 + 1]]
high = start[k // 2 + 1:]
heapify(low)
heapify(high)
is_low = [False] * n
for c in low:
    is_low[-c % 4096] = True
level = [-low[0] >> 12]
size = len(low)
for i in range(k, n):
    out = i - k
    c = code[i]
    if is_low[out]:
        size -= 1
    while low and -low[0] % 4096 <= out:
        heappop(low)
    if low and c < -low[0]:
        heappush(low, -c)
        is_low[i] = True
        size += 1
    else:
        heappush(high, c)
    # the lower half has one more than the upper one
    while size < k // 2 + 1:
        c = heappop(high)
        if c % 4096 > out:
            heappush(low, -c)
            is_low[c % 4096] = True
            size += 1
    while size > k // 2 + 1:
        c = -heappop(low)
        if c % 4096 > out:
            heappush(high, c)
            is_low[c % 4096] = False
            size -= 1
    while -low[0] % 4096 <= out:
        heappop(low)
    level.append(-low[0] >> 12)
alarms = calm = 0
top = bottom = 0
length = longest = 1
where = 0
for j, m in enumerate(level):
    alarms += abs(read[j + k - 1] - m) > d
    if m > level[top]:
        top = j
    if m < level[bottom]:
        bottom = j
    if j:
        calm += m == level[j - 1]
        length = 1 if m < level[j - 1] else length + 1
        if length > longest:
            longest, where = length, j
print(alarms, calm)
print(level[top], top + k, level[bottom], bottom + k)
print(longest, where + k)
