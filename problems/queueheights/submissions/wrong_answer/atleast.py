n, d = map(int, input().split())
h = list(map(int, input().split()))
a = [sum(x >= h[i] + d and x > h[i] for x in h[:i]) for i in range(n)]
b = [sum(x <= h[i] - d and x < h[i] for x in h[i + 1:]) for i in range(n)]
print(*a)
print(sum(a), b.index(max(b)) + 1)
