n = int(input())
d = {}
for _ in range(n):
    f, c, g = input().split()
    d[f, c] = d.get((f, c), 0) + int(g)
fs = sorted({k[0] for k in d})
cs = sorted({k[1] for k in d})
print("field", *cs, "sum")
tot = {f: sum(d.get((f, c), 0) for c in cs) for f in fs}
for f in sorted(fs, key=lambda f: -tot[f]):
    print(f, *[d.get((f, c), 0) or "-" for c in cs], tot[f])
print("best", *[max(fs, key=lambda f: d.get((f, c), 0)) for c in cs])
