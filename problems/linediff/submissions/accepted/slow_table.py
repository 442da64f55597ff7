def lcs(x, y):
    t = [[0] * (len(y) + 1) for _ in range(len(x) + 1)]
    for i in range(len(x)):
        for j in range(len(y)):
            if x[i] == y[j]:
                t[i + 1][j + 1] = t[i][j] + 1
            else:
                t[i + 1][j + 1] = max(t[i][j + 1], t[i + 1][j])
    return t[len(x)][len(y)]

a, b = map(int, input().split())
old = []
for i in range(a):
    old.append(input())
new = []
rev = []
for i in range(b):
    line = input()
    new.append(line)
    rev.append(" ".join(line.split()[::-1]))
k = lcs(old, new)
print(k, a - k, b - k)
k = lcs(old, rev)
print(k, a - k, b - k)
