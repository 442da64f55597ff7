import sys
from bisect import bisect_right


def main():
    lines = sys.stdin.read().splitlines()
    for line in lines[1:]:
        k, *words = line.split()
        k = int(k)
        ends = [0]
        for w in words:
            ends.append(ends[-1] + len(w) + 1)
        total = len(words)

        def wrap(width):
            i, starts = 0, [0]
            while i < total:
                i = bisect_right(ends, ends[i] + width + 1, i) - 1
                starts.append(i)
            return starts

        low = max(map(len, words)) - 1
        high = max(low + 1, ends[-1] - 1)
        while high - low > 1:
            mid = (low + high) // 2
            if len(wrap(mid)) - 1 <= k:
                high = mid
            else:
                low = mid
        s = wrap(high)
        print(high, len(s) - 1, min(ends[b] - ends[a] - 1 for a, b in zip(s, s[1:])))


main()
