n = int(input())
keys = []
for _ in range(n):
    w = input()
    best = w
    for i in range(len(w)):
        t = ""
        for j in range(len(w)):
            t += w[(i + j) % len(w)]
        if t < best:
            best = t
    keys.append(best)
different = []
for k in keys:
    if k not in different:
        different.append(k)
pairs = 0
for k in keys:
    pairs += keys.count(k) - 1
first = max(range(n), key=lambda i: (keys.count(keys[i]), -i))
print(len(different), pairs // 2, first + 1)
