s, n, low, high = map(int, input().split())
good = []
for _ in range(s):
    name, *w = input().split()
    v = [None if x == "?" or not low <= int(x) <= high else int(x) for x in w]
    k = [i for i in range(n) if v[i] is not None]
    if not k:
        print(name, "broken")
        continue
    r = [v[k[0]]] * k[0]
    for a, b in zip(k, k[1:]):
        r += [v[a] + int((v[b] - v[a]) * (j - a) / (b - a)) for j in range(a, b)]
    r += [v[k[-1]]] * (n - k[-1])
    m = [-1] + k + [n]
    print(name, n - len(k), max(b - a - 1 for a, b in zip(m, m[1:])), min(r), max(r), sum(r))
    good.append(r)
print("mean", *([int(sum(c) / len(good)) for c in zip(*good)] or ["none"]))
