# near miss: wrong order; going up through the roller lengths, a longer roller overwrites the shortest one of the same beginning
import sys


def z_values(s):
    n = len(s)
    z = [0] * n
    l = r = 0
    for i in range(1, n):
        k = min(r - i, z[i - l]) if i < r else 0
        while i + k < n and s[k] == s[i + k]:
            k += 1
        z[i] = k
        if i + k > r:
            l, r = i, i + k
    return z


data = sys.stdin.read().split()
n, s = int(data[0]), data[1]
z = z_values(s)
roller = {}
for p in range(1, n // 2 + 1):
    if z[p] >= p:
        for size in range(2 * p, p + z[p] + 1, p):
            roller[size] = p
print(len(roller))
if roller:
    top = max(roller)
    print(top, roller[top])
else:
    print(0, 0)
print(sum(size // p for size, p in roller.items()))
