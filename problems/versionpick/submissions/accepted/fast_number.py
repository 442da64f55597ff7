# one whole number per version; for each place in the sorted list the last real release up to there
from bisect import bisect_left

memo = {}


def number(v):
    if v not in memo:
        if "-" in v:
            body, mark = v.split("-rc")
        else:
            body, mark = v, 1000
        value = 0
        parts = body.split(".")
        for i in range(4):
            value = value * 1024 + (int(parts[i]) if i < len(parts) else 0)
        memo[v] = value * 1024 + int(mark)
    return memo[v]


n, q = map(int, input().split())
lists = {}
for i in range(n):
    lib, v = input().split()
    lists.setdefault(lib, []).append((number(v), n - i, v))
ready = {}
for lib, releases in lists.items():
    releases.sort()
    last = [-1]
    for i, r in enumerate(releases):
        last.append(last[-1] if "-" in r[2] else i)
    ready[lib] = [r[0] for r in releases], last
for _ in range(q):
    lib, low, high = input().split()
    numbers, last = ready.get(lib, ([], [-1]))
    a = bisect_left(numbers, number(low))
    b = bisect_left(numbers, number(high))
    if b <= a:
        print("none")
    elif last[b] >= a:
        print(lists[lib][last[b]][2], b - a)
    else:
        print(lists[lib][b - 1][2], b - a)
