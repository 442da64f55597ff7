from datetime import date
n = int(input())
h = {}
for _ in range(n):
    t, w, *r = input().split()
    if w == "born":
        h[r[0]] = t
    elif w == "came":
        h[r[0]] = r[1]
    elif w == "elder":
        if not h:
            print("nobody")
        else:
            b, x = min((h[x], x) for x in h)
            d = (date.fromisoformat(t) - date.fromisoformat(b)).days
            print(x, d // 365)
    else:
        del h[r[0]]
