# near miss: lost duplicates; after an alarm or a success, further failures of the account in that same second are not counted
import sys
from bisect import bisect_right
from collections import defaultdict


def main():
    read = sys.stdin.readline
    n, k, w = map(int, read().split())
    times = defaultdict(list)
    reset = defaultdict(lambda: -1)
    alarmed = set()
    count = 0
    for _ in range(n):
        sec, who, how = read().split()
        t = int(sec)
        if how == "ok":
            reset[who] = t
            continue
        mine = times[who]
        mine.append(t)
        # everything up to this second is out
        limit = max(t - w, reset[who])
        if len(mine) - bisect_right(mine, limit) >= k:
            print(t, who)
            reset[who] = t
            alarmed.add(who)
            count += 1
    print("alarms", count, len(alarmed))


main()
