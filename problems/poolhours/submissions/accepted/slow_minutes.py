n, k = map(int, input().split())
guests = [0] * 10001
for i in range(n):
    a, b = map(int, input().split())
    for minute in range(a, b):
        guests[minute] += 1
one = 0
two = 0
longest = 0
run = 0
for g in guests:
    if g >= 1:
        one += 1
    if g >= k:
        two += 1
        run += 1
        longest = max(longest, run)
    else:
        run = 0
most = max(guests)
print(one, two, most, guests.index(most), longest)
