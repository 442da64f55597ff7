# near miss: lost duplicates; keeps only one position per line of the new version, so repeated lines are matched with one copy only
import sys
from bisect import bisect_left

def kept(old, new):
    place = {}
    for i, line in enumerate(new):
        place.setdefault(line, i)
    tails = []
    for line in old:
        if line in place:
            i = place[line]
            k = bisect_left(tails, i)
            if k == len(tails):
                tails.append(i)
            else:
                tails[k] = i
    return len(tails)

rows = [tuple(line.split()) for line in sys.stdin.read().splitlines()]
a, b = map(int, rows[0])
old, new = rows[1:a + 1], rows[a + 1:a + b + 1]
for version in (new, [line[::-1] for line in new]):
    k = kept(old, version)
    print(k, a - k, b - k)
