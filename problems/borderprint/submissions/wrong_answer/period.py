n = int(input())
s = input()
c = t = 0
b = (0, 0)
f = [0] * (n + 1)
k = 0
for i in range(2, n + 1):
    while k and s[k] != s[i - 1]:
        k = f[k]
    if s[k] == s[i - 1]:
        k += 1
    f[i] = k
    # forgets that the last copy must be complete
    if 2 * (i - k) <= i:
        c += 1
        t += i // (i - k)
        b = (i, i - k)
print(c)
print(*b)
print(t)
