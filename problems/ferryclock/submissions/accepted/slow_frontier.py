# always take the line that arrives first at a new port
n, m, s = map(int, input().split())
lines = [tuple(map(int, input().split())) for _ in range(m)]
at = {1: s}
while True:
    best = None
    for a, b, p, d in lines:
        if (a in at) == (b in at):
            continue
        if b in at:
            a, b = b, a
        t = at[a]
        while t % p:
            t += 1
        if best is None or t + d < best[0]:
            best = (t + d, b)
    if best is None:
        break
    at[best[1]] = best[0]
print(*[at.get(i, -1) for i in range(1, n + 1)])
late = max(at.values())
print(min(i for i in at if at[i] == late))
