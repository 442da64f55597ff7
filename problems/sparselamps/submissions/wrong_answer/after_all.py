from math import comb
for _ in range(int(input())):
    n, r, s = map(int, input().split())
    m = n - s * r
    print(comb(m, r) % 1000003 if m >= r else 0)
