# keep the climbers so far in a list from the tallest to the smallest
n, d = map(int, input().split())
row = input().split()
order = []
blame = [0] * n
out = []
for number in range(n):
    h = int(row[number])
    k = 0
    while k < len(order) and order[k][0] > h + d:
        blame[order[k][1]] += 1
        k += 1
    out.append(k)
    place = k
    while place < len(order) and order[place][0] > h:
        place += 1
    order.insert(place, (h, number))
print(*out)
print(sum(out), blame.index(max(blame)) + 1)
