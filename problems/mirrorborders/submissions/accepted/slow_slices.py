n = int(input())
s = input().strip()
count = 0
best = 0
bi = bj = 0
middles = set()
for i in range(n):
    for j in range(i + 2, n + 1):
        piece = s[i:j]
        if piece == piece[::-1]:
            count += 1
            middles.add(i + j)
            if j - i > best:
                best = j - i
                bi = i + 1
                bj = j
print(count)
print(bi, bj)
print(2 * n - 1 - len(middles))
