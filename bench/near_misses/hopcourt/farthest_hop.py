# near miss: greedy; the search for the fewest hops tries only the farthest dry tile in each direction
import sys

P = 998244353


def main():
    head, *court = sys.stdin.read().split("\n")
    r, c, k = map(int, head.split())
    # ways with running sums per row and column
    col = [[0] * (r + 1) for _ in range(c)]
    last = 0
    for y in range(r):
        row = [0] * (c + 1)
        for x in range(c):
            if court[y][x] == "w":
                last = 0
            elif x == y == 0:
                last = 1
            else:
                last = (row[x] - row[max(0, x - k)] + col[x][y] - col[x][max(0, y - k)]) % P
            row[x + 1] = row[x] + last
            col[x][y + 1] = col[x][y] + last
    if last == 0:
        print(0, -1)
        return
    goal = (r - 1, c - 1)
    level, seen, hops = [(0, 0)], {(0, 0)}, 0
    while level and goal not in seen:
        hops += 1
        nxt = []
        for y, x in level:
            far = min(c - 1, x + k)
            while court[y][far] == "w":
                far -= 1
            low = min(r - 1, y + k)
            while court[low][x] == "w":
                low -= 1
            for t in ((y, far), (low, x)):
                if t not in seen:
                    seen.add(t)
                    nxt.append(t)
        level = nxt
    print(last, hops if goal in seen else -1)


main()
