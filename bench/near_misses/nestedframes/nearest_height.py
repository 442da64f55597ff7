# near miss: greedy; the price is built on the tallest frame that fits inside instead of on the most valuable set that fits
import sys
from bisect import bisect_left


def main():
    v = list(map(int, sys.stdin.buffer.read().split()))
    it = iter(v[1:])
    frames = sorted(zip(it, it, it), key=lambda t: (t[0], -t[1]))
    tails = []
    hs, worth = [], []
    for w, h, p in frames:
        pos = bisect_left(tails, h)
        tails[pos:pos + 1] = [h]
        at = bisect_left(hs, h)
        total = p + (worth[at - 1] if at else 0)
        if at < len(hs) and hs[at] == h:
            worth[at] = max(worth[at], total)
        else:
            hs.insert(at, h)
            worth.insert(at, total)
    print(len(tails), max(worth))


main()
