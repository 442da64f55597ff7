# near miss: tie-break; the maximum of pairs (guests, minute) gives the last minute with most guests, not the first
import sys
from collections import Counter


def main():
    v = list(map(int, sys.stdin.buffer.read().split()))
    k = v[1]
    delta = Counter(v[2::2])
    delta.subtract(Counter(v[3::2]))
    # minutes in which nothing changes in total can be left out
    times = sorted(t for t, c in delta.items() if c)
    here = 0
    steps = []
    for t in times:
        here += delta[t]
        steps.append((here, t))
    peak, when = max(steps)
    some = many = run = longest = 0
    for (g, s), e in zip(steps, times[1:]):
        if g > 0:
            some += e - s
        if g >= k:
            many += e - s
            run += e - s
            longest = max(longest, run)
        else:
            run = 0
    print(some, many, peak, when, longest)


main()
