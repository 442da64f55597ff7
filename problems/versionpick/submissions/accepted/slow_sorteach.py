n, q = map(int, input().split())
rel = {}
for _ in range(n):
    a, b = input().split()
    rel[a] = rel.get(a, []) + [b]

def k(v):
    m = v.split("-rc")
    p = list(map(int, m[0].split("."))) + [0, 0, 0]
    return (p[:4], len(m) == 1, int(m[-1]) if len(m) > 1 else 0)

for _ in range(q):
    a, lo, hi = input().split()
    # newest first; sorting is stable, so what is listed first stays first
    c = sorted(rel.get(a, []), key=k, reverse=True)
    c = [v for v in c if k(lo) <= k(v) < k(hi)]
    if not c:
        print("none")
    else:
        print(([v for v in c if "rc" not in v] + c)[0], len(c))
