from collections import deque


def runs(x, k, d):
    low, high = deque(), deque()
    calm = 0
    best = None
    for i, v in enumerate(x):
        while low and x[low[-1]] >= v:
            low.pop()
        low.append(i)
        while high and x[high[-1]] <= v:
            high.pop()
        high.append(i)
        if i >= k - 1:
            if low[0] == i - k:
                low.popleft()
            if high[0] == i - k:
                high.popleft()
            diff = x[high[0]] - x[low[0]]
            if diff <= d:
                calm += 1
            if best is None or diff < best:
                best, where = diff, i - k + 2
    return calm, best, where


n, d, q = map(int, input().split())
x = list(map(int, input().split()))
for k in map(int, input().split()):
    print(*runs(x, k, d))
