n = int(input())
frames = []
for _ in range(n):
    w, h, p = map(int, input().split())
    frames.append((w, -h, p))
frames.sort()
rank = {h: i for i, h in enumerate(sorted({-f[1] for f in frames}), 1)}
size = len(rank)
most = [0] * (size + 1)
worth = [0] * (size + 1)
for w, h, p in frames:
    r = rank[-h]
    i = r - 1
    m = v = 0
    while i > 0:
        if most[i] > m:
            m = most[i]
        if worth[i] > v:
            v = worth[i]
        i &= i - 1
    m += 1
    v += p
    while r <= size:
        if most[r] < m:
            most[r] = m
        if worth[r] < v:
            worth[r] = v
        r += r & -r
print(max(most), max(worth))
