# long chains: from every member one jumps to the top of the chain
n, q = map(int, input().split())
sponsor = [0, 0] + list(map(int, input().split()))
size = [1] * (n + 1)
for i in range(n, 1, -1):
    size[sponsor[i]] += size[i]
best = [0] * (n + 1)
for i in range(2, n + 1):
    s = sponsor[i]
    if best[s] == 0 or size[i] > size[best[s]]:
        best[s] = i
top = [0, 1] + [0] * (n - 1)
level = [0] * (n + 1)
for i in range(2, n + 1):
    s = sponsor[i]
    top[i] = top[s] if best[s] == i else i
    level[i] = level[s] + 1
often = {}
for _ in range(q):
    a, b = map(int, input().split())
    x, y = a, b
    while top[x] != top[y]:
        if level[top[x]] > level[top[y]]:
            x = sponsor[top[x]]
        else:
            y = sponsor[top[y]]
    t = x if level[x] < level[y] else y
    often[t] = often.get(t, 0) + 1
    print(level[a] + level[b] - 2 * level[t], t)
print(min(often, key=lambda t: (-often[t], t)))
