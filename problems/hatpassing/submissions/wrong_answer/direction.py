n, q = map(int, input().split())
p = [0] + list(map(int, input().split()))
def length(i):
    k, j = 1, p[i]
    while j != i:
        j = p[j]
        k += 1
    return k
L = [length(i) for i in range(1, n + 1)]
for _ in range(q):
    w = input().split()
    t = int(w[-1])
    if w[0] == "home":
        print(sum(t % k == 0 for k in L))
    else:
        # takes both questions for the same one
        x = int(w[1])
        for _ in range(t):
            x = p[x]
        print(x)
print(next((t for t in range(1, 3001) if 2 * sum(t % k == 0 for k in L) >= n), 0))
