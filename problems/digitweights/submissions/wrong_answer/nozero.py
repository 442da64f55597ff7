for _ in range(int(input())):
    a, b, base, k = map(int, input().split())
    h = []
    for x in range(max(1, a), b + 1):
        s, y = 0, x
        while y:
            s += y % base
            y //= base
        if s % k == 0:
            h.append(x)
    print(len(h), h[0] if h else -1)
