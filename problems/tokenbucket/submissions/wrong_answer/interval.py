# refills by whole intervals since the last job
n, b, r = map(int, input().split())
s = {}
for _ in range(n):
    t, c, k = input().split()
    t, k = int(t), int(k)
    have, last, y, z = s.get(c, (b, 0, 0, 0))
    have = min(b, have + (t - last) // r)
    if have >= k:
        s[c] = (have - k, t, y + 1, z)
    else:
        s[c] = (have, t, y, z + 1)
for c in sorted(s):
    print(c, s[c][2], s[c][3], s[c][0])
