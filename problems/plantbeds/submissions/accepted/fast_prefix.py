import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    r, c, m, q = data[:4]
    pre = [[0] * (c + 1)]
    at = 4
    for _ in range(r):
        run = 0
        row = [0]
        for x, above in zip(data[at:at + c], pre[-1][1:]):
            run += x
            row.append(run + above)
        pre.append(row)
        at += c
    for s in data[at:]:
        best, y, x = -1, 0, 0
        rich = 0
        need = m * s * s
        for i in range(r - s + 1):
            top, low = pre[i], pre[i + s]
            sums = [d - b - e + a for a, b, e, d in zip(top, top[s:], low, low[s:])]
            k = max(sums)
            if k > best:
                best, y, x = k, i + 1, sums.index(k) + 1
            rich += sum([v >= need for v in sums])
        print(best, y, x, rich)


main()
