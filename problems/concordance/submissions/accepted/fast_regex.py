import re
n, k = map(int, input().split())
total, lines = {}, {}
for number in range(1, n + 1):
    words = re.findall("[a-z]+", input().lower())
    for w in words:
        total[w] = total.get(w, 0) + 1
    for w in set(words):
        lines.setdefault(w, []).append(number)


def show(numbers):
    groups = []
    for x in numbers:
        if groups and groups[-1][-1] == x - 1:
            groups[-1].append(x)
        else:
            groups.append([x])
    return " ".join(f"{g[0]}-{g[-1]}" if len(g) > 2 else " ".join(map(str, g)) for g in groups)


chosen = sorted(w for w in lines if len(lines[w]) <= k)
for w in chosen:
    print(w, total[w], show(lines[w]))
if not chosen:
    print("nothing")
