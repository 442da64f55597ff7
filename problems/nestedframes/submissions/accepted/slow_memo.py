import sys
from functools import lru_cache

sys.setrecursionlimit(5000)
n = int(input())
F = []
for i in range(n):
    F.append([int(x) for x in input().split()])

@lru_cache(maxsize=None)
def best(i):
    length, money = 0, 0
    for g in range(n):
        if F[g][0] < F[i][0] and F[g][1] < F[i][1]:
            a, b = best(g)
            length = max(length, a)
            money = max(money, b)
    return length + 1, money + F[i][2]

print(max(best(i)[0] for i in range(n)), max(best(i)[1] for i in range(n)))
