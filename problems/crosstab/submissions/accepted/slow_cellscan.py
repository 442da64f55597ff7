n = int(input())
data = []
for _ in range(n):
    field, crop, grams = input().split()
    data.append((field, crop, int(grams)))

fields = []
crops = []
for d in data:
    if d[0] not in fields:
        fields.append(d[0])
    if d[1] not in crops:
        crops.append(d[1])
fields.sort()
crops.sort()

def cell(f, c):
    total = None
    for a, b, g in data:
        if a == f and b == c:
            if total is None:
                total = 0
            total += g
    return total

def row_total(f):
    return sum(d[2] for d in data if d[0] == f)

print("field", " ".join(crops), "sum")
best = {}
for f in sorted(fields, key=lambda f: (-row_total(f), f)):
    line = f
    for c in crops:
        v = cell(f, c)
        if v is None:
            line += " -"
        else:
            line += " " + str(v)
            if c not in best or v > best[c][0] or (v == best[c][0] and f < best[c][1]):
                best[c] = (v, f)
    print(line, row_total(f))
print("best", " ".join(best[c][1] for c in crops))
