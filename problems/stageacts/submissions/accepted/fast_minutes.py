# from minute to minute
n, g = map(int, input().split())
ending = {}
last = 0
for _ in range(n):
    b, e, v = map(int, input().split())
    ending.setdefault(e, []).append((b, v))
    last = max(last, e)
table = [(0, 0)] * (last + 1)
best = (0, 0)
done = 0
for e in sorted(ending):
    table[done:e] = [best] * (e - done)
    done = e
    for b, v in ending[e]:
        coins, few = table[b - g] if b >= g else (0, 0)
        if (coins + v, few - 1) > best:
            best = (coins + v, few - 1)
print(best[0], -best[1])
