n = int(input())
names = [input() for _ in range(n)]
t = 0
for a in names:
    best, other = 0, "-"
    for b in sorted(names):
        if b != a:
            k = 0
            for x, y in zip(a, b):
                if x != y:
                    break
                k += 1
            if k > best or other == "-":
                best, other = k, b
    keys = a[: best + 1]
    t += len(keys)
    print(keys, other)
print(t)
