# the earliest possible first song for each last song, from two sides
from bisect import bisect_left
from itertools import accumulate

n, q = map(int, input().split())
places = {}
place_in_list = []
seconds = []
for i in range(n):
    artist, time = input().split()
    mine = places.setdefault(artist, [])
    place_in_list.append((mine, len(mine)))
    mine.append(i)
    seconds.append(int(time[0]) * 60 + int(time[2:]))
sums = [0] + list(accumulate(seconds))
for _ in range(q):
    r, s = map(int, input().split())
    first = 0
    best = None
    for i in range(n):
        mine, k = place_in_list[i]
        if k >= r and mine[k - r] >= first:
            first = mine[k - r] + 1
        if sums[i + 1] - sums[first] > s:
            first = bisect_left(sums, sums[i + 1] - s)
        if first <= i:
            value = (i + 1 - first, sums[i + 1] - sums[first])
            if best is None or value > best[0]:
                best = (value, first)
    if best is None:
        print("no tape")
    else:
        (songs, length), first = best
        minutes, sec = divmod(length, 60)
        print(songs, first + 1, "%d:%02d:%02d" % (minutes // 60, minutes % 60, sec))
