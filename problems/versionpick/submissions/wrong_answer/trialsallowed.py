n, q = map(int, input().split())
def k(v):
    b, _, m = v.partition("-rc")
    p = [int(x) for x in b.split(".")]
    return p + [0] * (4 - len(p)) + [int(m) if m else 1000]
r = [input().split() for _ in range(n)]
for _ in range(q):
    a, lo, hi = input().split()
    c = [v for x, v in r if x == a and k(lo) <= k(v) < k(hi)]
    print(*((max(c, key=k), len(c)) if c else ("none",)))
