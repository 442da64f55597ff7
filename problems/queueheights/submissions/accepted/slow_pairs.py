n, d = map(int, input().split())
h = list(map(int, input().split()))
hindered = [0] * n
hinders = [0] * n
for j in range(n):
    for i in range(j):
        if h[i] > h[j] + d:
            hindered[j] += 1
            hinders[i] += 1
print(*hindered)
best = 0
for i in range(n):
    if hinders[i] > hinders[best]:
        best = i
print(sum(hindered), best + 1)
