n = int(input())
triples = []
for i in range(n):
    f, c, g = input().split()
    triples.append((f, c, int(g)))
rows = sorted(set(t[0] for t in triples))
cols = sorted(set(t[1] for t in triples))
r_index = {f: i for i, f in enumerate(rows)}
c_index = {c: i for i, c in enumerate(cols)}
table = [[-1] * len(cols) for f in rows]
sums = [0] * len(rows)
for f, c, g in triples:
    i, j = r_index[f], c_index[c]
    if table[i][j] < 0:
        table[i][j] = 0
    table[i][j] += g
    sums[i] += g
order = sorted(range(len(rows)), key=sums.__getitem__, reverse=True)
out = ["field " + " ".join(cols) + " sum"]
for i in order:
    shown = ["-" if v < 0 else str(v) for v in table[i]]
    out.append(rows[i] + " " + " ".join(shown) + " " + str(sums[i]))
best = ["best"]
for j in range(len(cols)):
    column = [line[j] for line in table]
    best.append(rows[column.index(max(column))])
out.append(" ".join(best))
print("\n".join(out))
