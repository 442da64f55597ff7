def dist(a, b):
    r = list(range(len(b) + 1))
    for i, x in enumerate(a):
        p = [i + 1]
        for j, y in enumerate(b):
            p.append(min(r[j] + (x != y), r[j + 1] + 1, p[j] + 1))
        r = p
    return r[-1]


n, q = map(int, input().split())
words = sorted(input() for _ in range(n))
s = 0
for _ in range(q):
    t = input()
    d, w = min((dist(t, w), w) for w in words)
    if d < 3:
        print(w, d)
        s += d
    else:
        print("none")
print(s)
