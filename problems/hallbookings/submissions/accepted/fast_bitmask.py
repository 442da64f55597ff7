# one big number per day, one bit per minute; the owner of a booking is found by its first minute
n = int(input())
busy = {}
owner = {}
bookings = {}
for line_number in range(1, n + 1):
    words = input().split()
    if words[0] == "back":
        day, a, b = bookings.pop(words[1])
        busy[day] &= ~((1 << b) - (1 << a))
        del owner[day, a]
        continue
    day = words[1]
    a, b = (int(w[:2]) * 60 + int(w[3:]) for w in words[2:])
    used = busy.get(day, 0)
    overlap = used >> a & (1 << b - a) - 1
    if overlap == 0:
        busy[day] = used | (1 << b) - (1 << a)
        owner[day, a] = str(line_number)
        bookings[str(line_number)] = (day, a, b)
        print("yes")
        continue
    x = a + (overlap & -overlap).bit_length() - 1
    while (day, x) not in owner:
        x -= 1
    size = b - a
    # starts that are free for `size` minutes: halve the length again and again
    free = ~used & (1 << 1440) - 1
    have = 1
    while have < size:
        more = min(have, size - have)
        free &= free >> more
        have += more
    free = free >> a << a
    if free:
        t = (free & -free).bit_length() - 1
        print("no", owner[day, x], "%02d:%02d" % divmod(t, 60))
    else:
        print("no", owner[day, x], "-")
print(len(bookings), sum(b - a for d, a, b in bookings.values()))
