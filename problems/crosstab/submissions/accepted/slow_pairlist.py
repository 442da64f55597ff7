# collects [field, crop, total] triples and looks them up again and again
trip = []
for _ in range(int(input())):
    f, c, g = input().split()
    found = False
    for t in trip:
        if t[0] == f and t[1] == c:
            t[2] += int(g)
            found = True
    if not found:
        trip.append([f, c, int(g)])
cs = sorted({t[1] for t in trip})
fs = sorted({t[0] for t in trip})
fs.sort(key=lambda f: sum(t[2] for t in trip if t[0] == f), reverse=True)
print("field", *cs, "sum")
for f in fs:
    mine = [t for t in trip if t[0] == f]
    print(f, end=" ")
    for c in cs:
        v = [t[2] for t in mine if t[1] == c]
        print(v[0] if v else "-", end=" ")
    print(sum(t[2] for t in mine))
names = []
for c in cs:
    m = max(t[2] for t in trip if t[1] == c)
    names.append(min(t[0] for t in trip if t[1] == c and t[2] == m))
print("best", *names)
