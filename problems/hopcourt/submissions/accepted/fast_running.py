from collections import deque

MOD = 998244353
r, c, k = map(int, input().split())
court = [input() for _ in range(r)]
ways = [[0] * c for _ in range(r)]
ways[0][0] = 1
down = [0] * c
none = [0] * c
# of each column, the tiles within reach with fewer and fewer hops saved: (hops, line), fewest first
above = [deque() for _ in range(c)]
hops = -1
for i in range(r):
    line = ways[i]
    gone = ways[i - k] if i >= k else none
    right = 0
    left = deque()
    # sums over the last k tiles to the left and above, and the fewest hops among them
    for j, tile in enumerate(court[i]):
        up = above[j]
        if left and left[0][1] < j - k:
            left.popleft()
        if up and up[0][1] < i - k:
            up.popleft()
        hops = -1
        if tile == ".":
            w = line[j] or (right + down[j]) % MOD
            line[j] = w
            right += w
            down[j] += w
            if i == j == 0:
                hops = 0
            elif left or up:
                hops = 1 + min(q[0][0] for q in (left, up) if q)
            if hops >= 0:
                for q, at in ((left, j), (up, i)):
                    while q and q[-1][0] >= hops:
                        q.pop()
                    q.append((hops, at))
        if j >= k:
            right -= line[j - k]
        down[j] -= gone[j]
print(ways[-1][-1], hops)
