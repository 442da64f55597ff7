# turn the list so that the round begins at its front
n, q = map(int, input().split())
L = input().split()
most = -1
nr = 0
for r in range(1, q + 1):
    a, b = map(int, input().split())
    M = L[a-1:] + L[:a-1]
    k = b - a
    if k < 0: k = k + n
    s = 0
    for x in M[:k+1]:
        s = s + int(x)
    print(s)
    if s > most:
        most = s
        nr = r
print(nr)
