q = int(input())
for _ in range(q):
    a, b = map(int, input().split())
    r = s = t = 0
    for x in range(a, b + 1):
        f, p, y = [], 2, x
        while p * p <= y:
            while y % p == 0:
                f.append(p)
                y //= p
            p += 1
        if y > 1:
            f.append(y)
        red = len(f) == 2
        blue = len(set(f)) < len(f)
        r += red
        s += blue
        t += red and blue
    print(r, s, t)
