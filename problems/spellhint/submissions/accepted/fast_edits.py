# tries all words one step away, and for two steps meets in the middle
import sys

data = sys.stdin.read().split()
n, q = int(data[0]), int(data[1])
words = data[2 : n + 2]
number = {w: i for i, w in enumerate(words)}
masks = [sum(1 << (ord(c) - 97) for c in set(w)) for w in words]


def distance(a, b, limit):
    # only a band of the table is needed
    if len(a) > len(b):
        a, b = b, a
    big = limit + 1
    row = list(range(len(a) + 1))
    for j, c in enumerate(b, 1):
        new = [j if j <= limit else big] + [big] * len(a)
        for i in range(max(1, j - limit), min(len(a), j + limit) + 1):
            if a[i - 1] == c:
                new[i] = row[i - 1]
            else:
                new[i] = 1 + min(row[i - 1], row[i], new[i - 1])
        row = new
        if min(row) > limit:
            return big
    return row[-1]


sum_d = 0
for t in data[n + 2 :]:
    if t in number:
        print(t, 0)
        continue
    m = sum(1 << (ord(c) - 97) for c in set(t))
    best, hit = 3, None
    for w, mw in zip(words, masks):
        if abs(len(w) - len(t)) < best:
            # every step removes at most one letter and brings at most one
            if (mw & ~m).bit_count() < best and (m & ~mw).bit_count() < best:
                d = distance(t, w, best - 1)
                if d < best:
                    best, hit = d, w
                    if d == 1:
                        break
    if hit is None:
        print("none")
    else:
        print(hit, best)
        sum_d += best
print(sum_d)
