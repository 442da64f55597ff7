from itertools import accumulate

k, q = map(int, input().split())
sorts = [tuple(map(int, input().split())) for _ in range(k)]
amounts = list(map(int, input().split()))
size = max(amounts) + 1
table = [1] + [0] * (size - 1)
for v, c in sorts:
    for rest in range(min(v, size)):
        # amounts with the same rest: sums over c + 1 neighbours
        part = list(accumulate(table[rest::v]))
        if len(part) > c + 1:
            part = part[:c + 1] + [x - y for x, y in zip(part[c + 1:], part)]
        table[rest::v] = part
    table = [x % 1000000007 for x in table]
for a in amounts:
    print(table[a])
