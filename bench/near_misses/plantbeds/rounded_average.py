# near miss: rounding; rounds the average of a bed to a whole number before comparing it with m
import sys

def main():
    data = list(map(int, sys.stdin.read().split()))
    r, c, m, q = data[:4]
    acc = [[0] * (c + 1)]
    for i in range(r):
        run, row, above = 0, [0], acc[-1]
        for j, v in enumerate(data[4 + i * c:4 + (i + 1) * c], 1):
            run += v
            row.append(above[j] + run)
        acc.append(row)
    for s in data[4 + r * c:4 + r * c + q]:
        best, by, bx = -1, 0, 0
        averages = []
        for y in range(r - s + 1):
            top, low = acc[y], acc[y + s]
            for x in range(c - s + 1):
                total = low[x + s] - low[x] - top[x + s] + top[x]
                averages.append(round(total / (s * s)))
                if total > best:
                    best, by, bx = total, y + 1, x + 1
        print(best, by, bx, sum(a >= m for a in averages))

main()
