# every second part between the quotes is inside of them
import sys

data = sys.stdin.read().split("\n")
n, c = map(int, data[0].split())
text = "".join(data[1:])
cells = []
current = ""
parts = text.split("'")
for i, part in enumerate(parts):
    if i % 2:
        current += part
    elif part == "" and 0 < i < len(parts) - 1:
        current += "'"
    else:
        pieces = part.replace("/", ";").split(";")
        current += pieces[0]
        for p in pieces[1:]:
            cells.append(current)
            current = p
print(len(cells) // c)
columns = [{} for _ in range(c)]
for i, x in enumerate(cells):
    d = columns[i % c]
    if x in d:
        d[x] += 1
    else:
        d[x] = 1
for d in columns:
    most = max(d.values())
    best = sorted([x for x in d if d[x] == most], key=lambda x: (-len(x), x))[0]
    print(len(d), max(len(x) for x in d), f"[{best}]")
