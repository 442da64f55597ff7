import sys
from bisect import bisect_left, insort


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, k, d = data[:3]
    x = data[3:]
    window = sorted(x[: k - 1])
    half = k // 2
    levels = []
    alarms = 0
    for i in range(k - 1, n):
        v = x[i]
        insort(window, v)
        m = window[half]
        levels.append(m)
        if abs(v - m) > d:
            alarms += 1
        del window[bisect_left(window, x[i - k + 1])]
    calm = sum(a == b for a, b in zip(levels, levels[1:]))
    print(alarms, calm)
    hi, lo = max(levels), min(levels)
    print(hi, levels.index(hi) + k, lo, levels.index(lo) + k)
    best = run = 1
    end = 0
    for i in range(1, len(levels)):
        run = run + 1 if levels[i] >= levels[i - 1] else 1
        if run > best:
            best, end = run, i
    print(best, end + k)


main()
