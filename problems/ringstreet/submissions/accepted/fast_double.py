import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[0], data[1]
    letters = data[2:2 + n]
    pre = [0]
    for x in letters + letters:
        pre.append(pre[-1] + x)
    best, best_at = -1, 0
    out = []
    for i in range(q):
        a, b = data[2 + n + 2 * i], data[3 + n + 2 * i]
        if b < a:
            b += n
        total = pre[b] - pre[a - 1]
        out.append(total)
        if total > best:
            best, best_at = total, i + 1
    out.append(best_at)
    print("\n".join(map(str, out)))


main()
