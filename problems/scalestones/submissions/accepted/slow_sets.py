n, q = [int(t) for t in input().split()]
stones = [int(t) for t in input().split()]
goods = [int(t) for t in input().split()]
heaviest = max(goods)
# sums[k] are the weights that k stones can show
sums = [set() for _ in range(n + 1)]
sums[0].add(0)
for i in range(n):
    for k in range(i, -1, -1):
        for x in sums[k]:
            if x + stones[i] <= heaviest:
                sums[k + 1].add(x + stones[i])
for g in goods:
    k = 0
    while k <= n and g not in sums[k]:
        k += 1
    print(k if k <= n else -1)
print(len(set().union(*sums)) - 1)
