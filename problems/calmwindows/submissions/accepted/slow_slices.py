n, d, q = map(int, input().split())
levels = list(map(int, input().split()))
for k in list(map(int, input().split())):
    calm = 0
    smallest = 10 ** 9
    for i in range(n - k + 1):
        part = levels[i:i + k]
        difference = max(part) - min(part)
        if difference <= d:
            calm = calm + 1
        if difference < smallest:
            smallest = difference
            first = i + 1
    print(calm, smallest, first)
