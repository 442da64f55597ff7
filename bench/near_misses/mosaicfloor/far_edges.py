# near miss: off by one; compares with r and c instead of r - 1 and c - 1, so the lower and the right edge do not count as edge
import sys

def main():
    data = sys.stdin.read().split()
    r, c = int(data[0]), int(data[1])
    floor = [list(row) for row in data[2:2 + r]]
    stats = {}
    for sy in range(r):
        for sx in range(c):
            colour = floor[sy][sx]
            if colour == "":
                continue
            floor[sy][sx] = ""
            stack = [(sy, sx)]
            inside = True
            for y, x in stack:
                if y in (0, r) or x in (0, c):
                    inside = False
                for v, u in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                    if 0 <= v < r and 0 <= u < c and floor[v][u] == colour:
                        floor[v][u] = ""
                        stack.append((v, u))
            entry = stats.setdefault(colour, [0, 0, 0])
            entry[0] += 1
            entry[1] = max(entry[1], len(stack))
            entry[2] += inside
    for colour in sorted(stats):
        print(colour, *stats[colour])

main()
