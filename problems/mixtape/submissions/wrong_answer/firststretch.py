n, q = map(int, input().split())
A, T = [], []
for _ in range(n):
    a, t = input().split()
    A.append(a)
    T.append(int(t[:-3]) * 60 + int(t[-2:]))
for _ in range(q):
    r, s = map(int, input().split())
    c, l, tot, best = {}, 0, 0, (0, 0, 0)
    for i in range(n):
        c[A[i]] = c.get(A[i], 0) + 1
        tot += T[i]
        while c[A[i]] > r or tot > s:
            c[A[l]] -= 1
            tot -= T[l]
            l += 1
        if i - l + 1 > best[0]:
            best = (i - l + 1, l + 1, tot)
    k, f, t = best
    print(f"{k} {f} {t // 3600}:{t // 60 % 60:02d}:{t % 60:02d}" if k else "no tape")
