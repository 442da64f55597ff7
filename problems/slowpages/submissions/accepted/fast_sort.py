import sys


def main():
    data = sys.stdin.read().split()
    times = {}
    for page, ms in zip(data[1::2], data[2::2]):
        times.setdefault(page, []).append(int(ms))
    rows = []
    for page, v in times.items():
        v.sort()
        m = len(v)
        rows.append((-v[(90 * m + 99) // 100 - 1], page, m, v[(50 * m + 99) // 100 - 1], v[(99 * m + 99) // 100 - 1]))
    rows.sort()
    for p90, page, m, p50, p99 in rows:
        print(page, m, p50, -p90, p99)


main()
