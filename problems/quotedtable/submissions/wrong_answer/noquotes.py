n, c = map(int, input().split())
t = "".join(input() for _ in range(n))
rows = [r.split(";") for r in t.split("/")[:-1]]
print(len(rows))
for j in range(c):
    d = {}
    for r in rows:
        if j < len(r):
            x = r[j].strip("'").replace("''", "'")
            d[x] = d.get(x, 0) + 1
    if not d:
        print(0, 0, "[]")
        continue
    b = min((-k, -len(x), x) for x, k in d.items())
    print(len(d), max(map(len, d)), "[" + b[2] + "]")
