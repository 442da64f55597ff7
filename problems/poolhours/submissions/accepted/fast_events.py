import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, k = data[0], data[1]
    change = {}
    for a in data[2::2]:
        change[a] = change.get(a, 0) + 1
    for b in data[3::2]:
        change[b] = change.get(b, 0) - 1
    open_minutes = busy = most = first = longest = run = 0
    guests = before = 0
    for t in sorted(change):
        span = t - before
        if guests:
            open_minutes += span
        if guests >= k:
            busy += span
            run += span
            if run > longest:
                longest = run
        else:
            run = 0
        before = t
        guests += change[t]
        if guests > most:
            most, first = guests, t
    print(open_minutes, busy, most, first, longest)


main()
