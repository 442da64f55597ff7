n, c = map(int, input().split())
text = ""
for i in range(n):
    text += input()

rows = []
row = []
cell = ""
while len(text) > 0:
    if text[0] == "'":
        text = text[1:]
        while True:
            if text[0] == "'" and len(text) > 1 and text[1] == "'":
                cell += "'"
                text = text[2:]
            elif text[0] == "'":
                text = text[1:]
                break
            else:
                cell += text[0]
                text = text[1:]
    elif text[0] == ";":
        row.append(cell)
        cell = ""
        text = text[1:]
    elif text[0] == "/":
        row.append(cell)
        rows.append(row)
        row = []
        cell = ""
        text = text[1:]
    else:
        cell += text[0]
        text = text[1:]

print(len(rows))
for j in range(c):
    different = []
    for r in rows:
        if r[j] not in different:
            different.append(r[j])
    longest = 0
    best = None
    for x in different:
        longest = max(longest, len(x))
        times = 0
        for r in rows:
            if r[j] == x:
                times += 1
        if best is None or (-times, -len(x), x) < best:
            best = (-times, -len(x), x)
    print(len(different), longest, "[" + best[2] + "]")
