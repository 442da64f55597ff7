# forgets the pieces with an even number of letters
n = int(input())
s = input()
c = e = 0
best = (0, 0, 0)
for i in range(n):
    k = 1
    while i - k >= 0 and i + k < n and s[i - k] == s[i + k]:
        c += 1
        if 2 * k + 1 > best[0]:
            best = (2 * k + 1, i - k + 1, i + k + 1)
        k += 1
    e += k == 1
print(c)
print(best[1], best[2])
print(e + n - 1)
