# odd and even lengths apart
n = int(input())
s = input()


def arms(even):
    d = [0] * n
    l, r = 0, -1
    for i in range(n):
        k = 1 - even if i > r else min(d[l + r - i + even], r - i + 1)
        while i + k < n and i - k - even >= 0 and s[i + k] == s[i - k - even]:
            k += 1
        d[i] = k
        if i + k - 1 > r:
            l, r = i - k + 1 - even, i + k - 1
    return d


odd = arms(0)
even = arms(1)[1:]
count = sum(odd) - n + sum(even)
pieces = []
if max(odd) > 1:
    m = max(odd)
    i = odd.index(m)
    pieces.append((2 * m - 1, -(i - m + 1)))
if even and max(even) > 0:
    m = max(even)
    i = even.index(m) + 1
    pieces.append((2 * m, -(i - m)))
print(count)
if pieces:
    size, start = max(pieces)
    print(1 - start, size - start)
else:
    print(0, 0)
print(odd.count(1) + even.count(0))
