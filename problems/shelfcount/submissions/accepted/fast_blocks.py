# blocks of 64 books, each one sorted and with running sums
from bisect import bisect_right
from itertools import accumulate

n, q = map(int, input().split())
a = list(map(int, input().split()))
W = 64
blocks = []
for s in range(0, n, W):
    b = sorted(a[s:s + W])
    blocks.append((b, [0, *accumulate(b)]))
for _ in range(q):
    l, r, x = map(int, input().split())
    l -= 1
    first = -(-l // W)
    last = r // W
    if first < last:
        part = a[l:first * W] + a[last * W:r]
    else:
        part = a[l:r]
    fit = [v for v in part if v <= x]
    count, total = len(fit), sum(fit)
    for b, sums in blocks[first:last]:
        k = bisect_right(b, x)
        count += k
        total += sums[k]
    print(count, total)
