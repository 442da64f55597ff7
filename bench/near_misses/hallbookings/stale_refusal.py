# near miss: memo key; refusals are cached per day and times and forgotten at a new grant, but not when a booking is given back
import sys
from bisect import bisect_left, insort


def minute(text):
    return int(text[:2]) * 60 + int(text[3:])


lines = sys.stdin.read().split("\n")
n = int(lines[0])
days = {}
refused = {}
granted = {}
out = []
for no in range(1, n + 1):
    w = lines[no].split()
    if w[0] == "back":
        day, item = granted.pop(int(w[1]))
        days[day].remove(item)
        continue
    day, a, b = w[1], minute(w[2]), minute(w[3])
    known = refused.setdefault(day, {})
    if (a, b) in known:
        out.append(known[a, b])
        continue
    books = days.setdefault(day, [])
    i = bisect_left(books, (a, 0, 0))
    if i and books[i - 1][1] > a:
        i -= 1
    if i == len(books) or books[i][0] >= b:
        item = (a, b, no)
        insort(books, item)
        granted[no] = (day, item)
        known.clear()
        out.append("yes")
        continue
    t, size = a, b - a
    for x, y, _ in books[i:]:
        if x - t >= size:
            break
        t = max(t, y)
    when = "%02d:%02d" % divmod(t, 60) if t + size <= 1440 else "-"
    known[a, b] = "no %d %s" % (books[i][2], when)
    out.append(known[a, b])
out.append("%d %d" % (len(granted), sum(y - x for _, (x, y, _) in granted.values())))
print("\n".join(out))
