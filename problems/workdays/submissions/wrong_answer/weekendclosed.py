from datetime import date, timedelta
n, q = map(int, input().split())
H = sorted(date.fromisoformat(input()) for _ in range(n))
for _ in range(q):
    w, a, b = input().split()
    a = date.fromisoformat(a)
    if w == "span":
        b = date.fromisoformat(b)
        t = (b - a).days + 1
        c = t // 7 * 5 + sum((a.weekday() + i) % 7 < 5 for i in range(t % 7))
        print(max(0, c - sum(a <= h <= b for h in H)))
    else:
        k = int(b)
        S = set(H)
        while k:
            a += timedelta(1)
            k -= a.weekday() < 5 and a not in S
        print(a)
