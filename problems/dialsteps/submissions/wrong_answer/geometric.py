m, a, b, q = map(int, input().split())
for _ in range(q):
    x, t = map(int, input().split())
    p = pow(a, t, m)
    # divides modulo m as if m were prime
    s = (p - 1) * pow(a - 1, m - 2, m) if a > 1 else t
    y = (p * x + b * s) % m
    print(y, sum(map(int, str(y))))
