n, q = map(int, input().split())
people = []
for _ in range(n):
    z, a, b = input().split()
    zone = int(z[1:3]) * 60 + int(z[4:6])
    if z[0] == "-":
        zone = -zone
    start = int(a[:2]) * 60 + int(a[3:])
    end = int(b[:2]) * 60 + int(b[3:])
    if end < start:
        end += 24 * 60
    people.append((zone, start, end))

for length in input().split():
    m = int(length)
    best = 0
    best_t = -1
    for t in range(1440):
        good = 0
        for zone, start, end in people:
            local = (t + zone) % 1440
            if local < start:
                local += 1440
            if local + m <= end:
                good += 1
        if good > best:
            best = good
            best_t = t
    if best_t == -1:
        print("never")
    else:
        print(str(best_t // 60).zfill(2) + ":" + str(best_t % 60).zfill(2), best)
