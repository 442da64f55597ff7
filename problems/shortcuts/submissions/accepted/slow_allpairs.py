n = int(input())
names = []
for i in range(n):
    names.append(input().strip())

total = 0
for i in range(n):
    best = -1
    other = "-"
    for j in range(n):
        if i == j:
            continue
        a = names[i]
        b = names[j]
        k = 0
        while k < len(a) and k < len(b) and a[k] == b[k]:
            k += 1
        if k > best or (k == best and b < other):
            best = k
            other = b
    if best == -1:
        keys = names[i][0]
    elif best == len(names[i]):
        keys = names[i] + "#"
    else:
        keys = names[i][:best + 1]
    total += len(keys)
    print(keys, other)
print(total)
