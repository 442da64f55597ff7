# what becomes free is written into a list of minutes; free desks are the bits of one number
n, d, b = map(int, input().split())
limit = list(map(int, input().split()))
total = [0] * d
events = {}
free = (1 << d) - 1
minute = 0
longest = -1
for _ in range(n):
    name, come, work = input().split()
    come = int(come)
    while minute < come or not free:
        minute += 1
        if minute in events:
            free |= events.pop(minute)
    low = free & -free
    free ^= low
    desk = low.bit_length() - 1
    back = minute + int(work)
    if total[desk] < limit[desk] <= total[desk] + int(work):
        back += b
    total[desk] += int(work)
    events[back] = events.get(back, 0) | low
    print(name, desk + 1, minute)
    if minute - come > longest:
        longest = minute - come
        waiter = name
print(longest, waiter, total.index(max(total)) + 1)
