# smallest prime factors, then lists of the lockers and binary search
from bisect import bisect_left, bisect_right

q = int(input())
asked = [tuple(map(int, input().split())) for _ in range(q)]
N = max(b for a, b in asked)
least = list(range(N + 1))
p = 2
while p * p <= N:
    if least[p] == p:
        for m in range(p * p, N + 1, p):
            if least[m] == m:
                least[m] = p
    p += 1
number = [0] * (N + 1)
square = [False] * (N + 1)
for x in range(2, N + 1):
    p = least[x]
    rest = x // p
    if least[rest] == p and rest > 1:
        number[x] = number[rest]
        square[x] = True
    else:
        number[x] = number[rest] + 1
        square[x] = square[rest]
lists = [
    [x for x in range(1, N + 1) if number[x] == 2],
    [x for x in range(1, N + 1) if square[x]],
    [x for x in range(1, N + 1) if number[x] == 2 and square[x]],
]
for a, b in asked:
    print(*[bisect_right(v, b) - bisect_left(v, a) for v in lists])
