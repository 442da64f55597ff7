n = int(input())
pages = []
times = []
for i in range(n):
    p, t = input().split()
    if p not in pages:
        pages.append(p)
        times.append([])
    times[pages.index(p)].append(int(t))

def bubble(a):
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a

def perc(a, p):
    r = 1
    while 100 * r < p * len(a):
        r = r + 1
    return a[r - 1]

result = []
for i in range(len(pages)):
    a = bubble(times[i])
    result.append([pages[i], len(a), perc(a, 50), perc(a, 90), perc(a, 99)])
result.sort(key=lambda x: (-x[3], x[0]))
for x in result:
    print(*x)
