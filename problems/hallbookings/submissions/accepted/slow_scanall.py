def to_min(s):
    h, m = s.split(":")
    return int(h) * 60 + int(m)

n = int(input())
bookings = []
for num in range(1, n + 1):
    parts = input().split()
    if parts[0] == "back":
        for b in bookings:
            if b[0] == int(parts[1]):
                bookings.remove(b)
                break
    else:
        day = int(parts[1])
        start = to_min(parts[2])
        end = to_min(parts[3])
        first = None
        for b in bookings:
            if b[1] == day and b[2] < end and start < b[3]:
                if first is None or b[2] < first[2]:
                    first = b
        if first is None:
            bookings.append((num, day, start, end))
            print("yes")
        else:
            # move the wish behind whatever is in the way
            size = end - start
            moved = True
            while moved:
                moved = False
                for b in bookings:
                    if b[1] == day and b[2] < start + size and start < b[3]:
                        start = b[3]
                        moved = True
            if start + size > 1440:
                print("no", first[0], "-")
            else:
                print("no", first[0], str(start // 60).zfill(2) + ":" + str(start % 60).zfill(2))
total = 0
for b in bookings:
    total += b[3] - b[2]
print(len(bookings), total)
