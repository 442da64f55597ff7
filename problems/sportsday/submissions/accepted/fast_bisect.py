from bisect import bisect_left, bisect_right

k, m = map(int, input().split())
names = input().split()
kids = {name: [0, 0] for name in names}
for _ in range(m):
    parts = input().split()
    most = parts[1] == "most"
    parts = parts[2:]
    there = sorted(int(p) for p in parts if p != "x")
    total = len(there)
    for name, p in zip(names, parts):
        kid = kids[name]
        if p == "x":
            kid[0] += total + 1
        else:
            better = total - bisect_right(there, int(p)) if most else bisect_left(there, int(p))
            kid[0] += better + 1
            if better == 0:
                kid[1] -= 1
final = sorted(kids, key=lambda name: (kids[name], name))
pos = 1
for i, name in enumerate(final):
    if i and kids[final[i - 1]] != kids[name]:
        pos = i + 1
    print(pos, name, kids[name][0])
