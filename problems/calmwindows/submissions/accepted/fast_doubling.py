import sys


def main():
    n, d, q, *rest = map(int, sys.stdin.read().split())
    x = rest[:n]
    highs, lows = [x], [x]
    size = 1
    while 2 * size <= n:
        h, w = highs[-1], lows[-1]
        highs.append([a if a > b else b for a, b in zip(h, h[size:])])
        lows.append([a if a < b else b for a, b in zip(w, w[size:])])
        size *= 2
    for k in rest[n:]:
        # a run of k days is two overlapping runs of the next smaller power of two
        level = k.bit_length() - 1
        shift = k - (1 << level)
        h, w = highs[level], lows[level]
        top = map(max, h, h[shift:])
        bottom = map(min, w, w[shift:])
        diffs = [a - b for a, b in zip(top, bottom)]
        low = min(diffs)
        print(sum([v <= d for v in diffs]), low, diffs.index(low) + 1)


main()
