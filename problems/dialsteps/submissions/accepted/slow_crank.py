m, a, b, q = map(int, input().split())
for i in range(q):
    x, t = map(int, input().split())
    for j in range(t):
        x = (a * x + b) % m
    print(x, sum(int(c) for c in str(x)))
