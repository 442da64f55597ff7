q = int(input())
lines = [input().split() for _ in range(q)]
n = 6000
red, blue = set(), set()
kinds = [0] * (n + 1)
for p in range(2, n + 1):
    if all(p % d for d in range(2, int(p ** 0.5) + 1)):
        for m in range(p, n + 1, p):
            kinds[m] += 1
            if m // p % p == 0:
                blue.add(m)
for m in range(n + 1):
    if kinds[m] == 2:
        red.add(m)
for a, b in lines:
    r = s = t = 0
    for m in range(int(a), int(b) + 1):
        if m in red:
            r += 1
        if m in blue:
            s += 1
        if m in red and m in blue:
            t += 1
    print(r, s, t)
