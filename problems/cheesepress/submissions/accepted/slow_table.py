# best[k] = fewest hours in which k orders can be done
n = int(input())
orders = []
for i in range(n):
    p, d = map(int, input().split())
    orders.append((d, p))
orders.sort()
best = [0]
for d, p in orders:
    new = best + [10 ** 9]
    for k in range(1, len(new)):
        if best[k - 1] + p <= d and best[k - 1] + p < new[k]:
            new[k] = best[k - 1] + p
    while new[-1] == 10 ** 9:
        new.pop()
    best = new
print(len(best) - 1, best[-1])
