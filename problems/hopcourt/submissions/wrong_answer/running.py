from collections import deque

MOD = 998244353
r, c, k = map(int, input().split())
court = [input() for _ in range(r)]
ways = [[0] * c for _ in range(r)]
ways[0][0] = 1
down = [0] * c
none = [0] * c
for i in range(r):
    line = ways[i]
    gone = ways[i - k] if i >= k else none
    right = 0
    # sums over the last k tiles to the left and above
    for j, tile in enumerate(court[i]):
        if tile == ".":
            w = line[j] or (right + down[j]) % MOD
            line[j] = w
            right += w
            down[j] += w
        if j >= k:
            right -= line[j - k]
        down[j] -= gone[j]
hops = [[-1] * c for _ in range(r)]
hops[0][0] = 0
todo = deque([(0, 0)])
next_right = [0] * r
next_down = [0] * c
while todo and hops[-1][-1] < 0:
    y, x = todo.popleft()
    line = hops[y]
    d = line[x] + 1
    # tiles that were within reach before need no second look
    stop = min(c, x + k + 1)
    for j in range(max(x + 1, next_right[y]), stop):
        if line[j] < 0 and court[y][j] == ".":
            line[j] = d
            todo.append((y, j))
    next_right[y] = max(next_right[y], stop)
    stop = min(r, y + k + 1)
    for i in range(max(y + 1, next_down[x]), stop):
        if hops[i][x] < 0 and court[i][x] == ".":
            hops[i][x] = d
            todo.append((i, x))
    next_down[x] = max(next_down[x], stop)
print(ways[-1][-1], hops[-1][-1])
