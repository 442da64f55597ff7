n, q = map(int, input().split())
a = list(map(int, input().split()))
for _ in range(q):
    l, r, x = map(int, input().split())
    t = [v for v in a[l - 1:r] if v < x]
    print(len(t), sum(t))
