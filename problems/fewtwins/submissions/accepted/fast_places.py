# a stretch that ends today must begin after the (m+1)-th last serving of today's soup
n, m = map(int, input().split())
a = list(map(int, input().split()))
places = [[] for _ in range(3001)]
start = 0
count = 0
longest = 0
for day in range(n):
    p = places[a[day]]
    p.append(day)
    if len(p) > m:
        start = max(start, p[-m - 1] + 1)
    k = day + 1 - start
    count += k
    if k > longest:
        longest = k
        answer = start + 1, day + 1
print(count)
print(*answer)
