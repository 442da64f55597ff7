# near miss: edge case; sums are taken modulo the letters of the whole street, so a round that collects all of them gets 0
import sys
from itertools import accumulate


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[0], data[1]
    pre = [0] + list(accumulate(data[2:2 + n]))
    total = pre[-1] or 1
    best, where = -1, 0
    out = []
    for r in range(q):
        a, b = data[2 + n + 2 * r:4 + n + 2 * r]
        # the modulo takes care of rounds over the end
        letters = (pre[b] - pre[a - 1]) % total
        if letters > best:
            best, where = letters, r + 1
        out.append(letters)
    out.append(where)
    print("\n".join(map(str, out)))


main()
