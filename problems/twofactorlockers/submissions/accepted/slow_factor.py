def factors(x):
    found = {}
    p = 2
    while x > 1:
        if x % p == 0:
            found[p] = found.get(p, 0) + 1
            x //= p
        else:
            p += 1
            if p * p > x:
                p = x
    return found


q = int(input())
for _ in range(q):
    a, b = map(int, input().split())
    red = blue = both = 0
    for locker in range(a, b + 1):
        f = factors(locker)
        is_red = len(f) == 2
        is_blue = any(e > 1 for e in f.values())
        if is_red:
            red += 1
        if is_blue:
            blue += 1
        if is_red and is_blue:
            both += 1
    print(red, blue, both)
