# near miss: off by one; when a section reaches over more than one block its last book is left out
import sys
from bisect import bisect_right
from itertools import accumulate
from math import isqrt


def main():
    it = map(int, sys.stdin.buffer.read().split())
    n, q = next(it), next(it)
    a = [next(it) for _ in range(n)]
    width = max(16, isqrt(n))
    blocks = []
    for s in range(0, n, width):
        b = sorted(a[s:s + width])
        blocks.append((b, list(accumulate(b, initial=0))))
    out = []
    for _ in range(q):
        l, r, x = next(it) - 1, next(it) - 1, next(it)
        bl, br = l // width, r // width
        if bl == br:
            good = [p for p in a[l:r + 1] if p <= x]
        else:
            good = [p for p in a[l:(bl + 1) * width] + a[br * width:r] if p <= x]
        many, pages = len(good), sum(good)
        for b, sums in blocks[bl + 1:br]:
            j = bisect_right(b, x)
            many += j
            pages += sums[j]
        out.append(f"{many} {pages}")
    print("\n".join(out))


main()
