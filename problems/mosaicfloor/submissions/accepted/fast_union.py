# joins neighbours in one pass over the floor
r, c = map(int, input().split())
floor = [input() for _ in range(r)]
boss = list(range(r * c))


def find(x):
    while boss[x] != x:
        boss[x] = boss[boss[x]]
        x = boss[x]
    return x


for y in range(r):
    row = floor[y]
    above = floor[y - 1] if y else "." * c
    for x in range(c):
        me = y * c + x
        if x and row[x - 1] == row[x]:
            boss[me] = find(me - 1)
        if above[x] == row[x]:
            a, b = find(me), find(me - c)
            boss[a] = b
size = {}
open_patches = set()
for y in range(r):
    for x in range(c):
        b = find(y * c + x)
        size[b] = size.get(b, 0) + 1
        if y in (0, r - 1) or x in (0, c - 1):
            open_patches.add(b)
table = {}
for b, k in size.items():
    colour = floor[b // c][b % c]
    n, most, closed = table.get(colour, (0, 0, 0))
    table[colour] = (n + 1, max(most, k), closed + (b not in open_patches))
for colour, row in sorted(table.items()):
    print(colour, *row)
