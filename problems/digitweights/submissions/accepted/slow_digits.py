def weight(x, base):
    s = 0
    while x > 0:
        s += x % base
        x = x // base
    return s

q = int(input())
for i in range(q):
    a, b, base, k = map(int, input().split())
    count = 0
    first = -1
    for x in range(a, b + 1):
        if weight(x, base) % k == 0:
            count += 1
            if first == -1:
                first = x
    print(count, first)
