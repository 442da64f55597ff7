n, t = map(int, input().split())
x = list(map(int, input().split()))
everything = 2 ** t - 1
independent = 0
complete = 0
partners = [0] * n
for i in range(n):
    for j in range(i + 1, n):
        if x[i] & x[j] == 0:
            independent += 1
            partners[i] += 1
            partners[j] += 1
        if x[i] | x[j] == everything:
            complete += 1
best = 0
for i in range(n):
    if partners[i] > partners[best]:
        best = i
print(independent, complete, best + 1)
