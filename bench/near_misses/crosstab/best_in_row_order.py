# near miss: tie-break; of equal largest cells it takes the field whose row is printed first, not the first in the alphabet
import sys

rows = {}
crops = set()
data = sys.stdin.read().split()
for f, c, w in zip(data[1::3], data[2::3], data[3::3]):
    crops.add(c)
    row = rows.setdefault(f, {})
    row[c] = row.get(c, 0) + int(w)
cols = sorted(crops)
total = {f: sum(row.values()) for f, row in rows.items()}
best = {c: (-1, "") for c in cols}
out = [" ".join(["field", *cols, "sum"])]
for f in sorted(rows, key=lambda f: (-total[f], f)):
    row = rows[f]
    cells = [f]
    for c in cols:
        if c in row:
            cells.append(str(row[c]))
            if row[c] > best[c][0]:
                best[c] = (row[c], f)
        else:
            cells.append("-")
    cells.append(str(total[f]))
    out.append(" ".join(cells))
out.append(" ".join(["best"] + [best[c][1] for c in cols]))
print("\n".join(out))
