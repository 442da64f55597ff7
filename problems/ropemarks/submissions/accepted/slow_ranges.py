from math import gcd

n, q = map(int, input().split())
x = list(map(int, input().split()))
best = {}
for i in range(n):
    g = 0
    for j in range(i, n):
        g = gcd(g, x[j])
        if g in best:
            best[g] += 1
        else:
            best[g] = 1
for r in map(int, input().split()):
    if r in best:
        print(best[r])
    else:
        print(0)
print(len(best))
