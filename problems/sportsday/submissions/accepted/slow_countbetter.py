k, m = map(int, input().split())
names = input().split()
sums = [0] * k
wins = [0] * k
for c in range(m):
    row = input().split()
    kind = row[1]
    res = row[2:]
    for i in range(k):
        if res[i] == "x":
            sums[i] += len([r for r in res if r != "x"]) + 1
            continue
        place = 1
        for j in range(k):
            if res[j] == "x":
                continue
            if kind == "most" and int(res[j]) > int(res[i]):
                place += 1
            elif kind == "least" and int(res[j]) < int(res[i]):
                place += 1
        sums[i] += place
        if place == 1:
            wins[i] += 1

idx = list(range(k))
idx.sort(key=lambda i: (sums[i], -wins[i], names[i]))
pos = 0
for q in range(k):
    i = idx[q]
    if q == 0 or sums[idx[q - 1]] != sums[i] or wins[idx[q - 1]] != wins[i]:
        pos = q + 1
    print(pos, names[i], sums[i])
