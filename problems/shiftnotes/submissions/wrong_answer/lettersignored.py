n, q = map(int, input().split())
L = input().split()
S = set(L)
C = {w: 0 for w in L}
for _ in range(q):
    note = input()
    best = (0, 0, 0)
    for k in range(26):
        t = "".join(c if c == " " else chr((ord(c) - 97 - k) % 26 + 97) for c in note).split()
        g = [w for w in t if w in S]
        v = (len(g), 0, -k)
        if v > best and g:
            best, text, hit = v, t, g
    if best[0] == 0:
        print("?", note)
    else:
        print(-best[2], *text)
        for w in hit:
            C[w] += 1
m = max(L, key=C.get)
print(*((m, C[m]) if C[m] else ("none", 0)))
