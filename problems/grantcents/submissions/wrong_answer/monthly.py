k, m = map(int, input().split())
c = [input().split() for _ in range(k)]
s = [int(x[1]) for x in c]
tot = [0] * k
for coins in map(int, input().split()):
    # every month is shared out on its own
    g = [0] * k
    for _ in range(coins):
        b = 0
        for i in range(k):
            if g[i] * s[b] < g[b] * s[i]:
                b = i
        g[b] += 1
    print(*g)
    tot = [a + b for a, b in zip(tot, g)]
print(min((-tot[i], s[i], c[i][0]) for i in range(k))[2])
