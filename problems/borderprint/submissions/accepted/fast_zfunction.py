n = int(input())
s = input().strip()
# z[i]: how many letters from i on agree with the beginning
z = [n] + [0] * (n - 1)
l = r = 0
for i in range(1, n):
    k = min(r - i, z[i - l]) if i < r else 0
    while i + k < n and s[k] == s[i + k]:
        k += 1
    z[i] = k
    if i + k > r:
        l, r = i, i + k
roller = [0] * (n + 1)
for p in range(1, n):
    for size in range(2 * p, p + z[p] + 1, p):
        if roller[size] == 0:
            roller[size] = p
regular = [i for i in range(n + 1) if roller[i]]
print(len(regular))
if regular:
    print(regular[-1], roller[regular[-1]])
else:
    print(0, 0)
print(sum(i // roller[i] for i in regular))
