n, m = [int(w) for w in input().split()]
window = []
total = 0
record = []
nr = 0
for soup in input().split():
    nr += 1
    window.append(soup)
    again = True
    while again:
        again = False
        times = 0
        for w in window:
            if w == soup:
                times += 1
        if times > m:
            window.pop(0)
            again = True
    total += len(window)
    if len(window) > len(record):
        record = list(window)
        record_end = nr
print(total)
print(record_end - len(record) + 1, record_end)
