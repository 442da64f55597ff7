from math import gcd
n, q = map(int, input().split())
x = list(map(int, input().split()))
asked = list(map(int, input().split()))
s = set()
for i in range(n):
    g = 0
    for v in x[i:]:
        g = gcd(g, v)
        s.add(g)
for r in asked:
    run = t = 0
    for v in x:
        run = run + 1 if v % r == 0 else 0
        t += run
    print(t)
print(len(s))
