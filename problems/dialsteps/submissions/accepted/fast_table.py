m, a, b, q = map(int, input().split())
# the powers of two of a turn
steps = [(a, b)]
for _ in range(16):
    c, d = steps[-1]
    steps.append((c * c % m, (c * d + d) % m))
for _ in range(q):
    x, t = map(int, input().split())
    for k, (c, d) in enumerate(steps):
        if t >> k & 1:
            x = (c * x + d) % m
    digits = 0
    y = x
    while y:
        digits += y % 10
        y //= 10
    print(x, digits)
