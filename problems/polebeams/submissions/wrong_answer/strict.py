n = int(input())
h = list(map(int, input().split()))
w = []
for i in range(n):
    a = i
    while a > 0 and h[a - 1] < h[i]: a -= 1
    b = i
    while b < n - 1 and h[b + 1] < h[i]: b += 1
    w.append(b - a + 1)
print(*w)
c = [(h[i], i + 1) for i in range(n) if w[i] < max(w)]
print(min(c)[1] if c else 0, sum(w))
