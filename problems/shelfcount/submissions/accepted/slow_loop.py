n, q = map(int, input().split())
a = list(map(int, input().split()))
for i in range(q):
    l, r, x = map(int, input().split())
    count = 0
    pages = 0
    for j in range(l - 1, r):
        if a[j] <= x:
            count += 1
            pages += a[j]
    print(count, pages)
