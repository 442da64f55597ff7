n, q = map(int, input().split())
f = lambda s: int(s[:2]) * 60 + int(s[3:])
w = []
for _ in range(n):
    z, a, b = input().split()
    o = f(z[1:]) * (1 if z[0] == "+" else -1)
    w.append(((f(a) - o) % 1440, (f(b) - f(a)) % 1440))
for m in map(int, input().split()):
    c = [0] * 3000
    for s, k in w:
        if k >= m:
            c[s] += 1
            c[s + k - m + 1] -= 1
    best, t, now = 0, -1, 0
    for i in range(1440):
        now += c[i]
        if now > best:
            best, t = now, i
    print("never" if t < 0 else "%02d:%02d %d" % (t // 60, t % 60, best))
