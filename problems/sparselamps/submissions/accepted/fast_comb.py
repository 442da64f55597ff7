from math import comb

for _ in range(int(input())):
    n, r, s = map(int, input().split())
    if r == 0:
        print(1)
        continue
    # take s sockets away after each lamp but the last
    m = n - s * (r - 1)
    print(comb(m, r) % 1000003 if m >= r else 0)
