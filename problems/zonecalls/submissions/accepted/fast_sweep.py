# only the minutes at which somebody's starting times begin can be best, and 00:00
from bisect import bisect_left, bisect_right

n, q = map(int, input().split())
members = []
for _ in range(n):
    zone, first, stop = input().split()
    h, m = first.split(":")
    first = int(h) * 60 + int(m)
    h, m = stop.split(":")
    length = (int(h) * 60 + int(m) - first) % 1440
    h, m = zone[1:].split(":")
    shift = int(h) * 60 + int(m)
    begin = first - shift if zone[0] == "+" else first + shift
    members.append((begin % 1440, length))
for m in map(int, input().split()):
    starts = []
    ends = []
    for begin, length in members:
        room = length - m
        if room < 0:
            continue
        starts.append(begin)
        if begin + room < 1440:
            ends.append(begin + room)
        else:
            starts.append(0)
            ends.append(1439)
            ends.append(begin + room - 1440)
    starts.sort()
    ends.sort()
    best, when = 0, None
    for t in sorted(set(starts)):
        count = bisect_right(starts, t) - bisect_left(ends, t)
        if count > best:
            best, when = count, t
    if best == 0:
        print("never")
    else:
        print("%02d:%02d" % divmod(when, 60), best)
