n, q = map(int, input().split())
p = [0, 0] + list(map(int, input().split()))
f = [0] * (n + 1)
d = [0, 1] + [0] * (n - 1)
for i in range(2, n + 1):
    # takes it that the numbers grow on the way up
    d[i] = d[p[i]] + 1
for _ in range(q):
    m = input().split()
    i = int(m[1])
    if m[0] == "rain":
        while i:
            f[i] += int(m[2])
            i = p[i]
    else:
        print(f[i])
print(max(d))
