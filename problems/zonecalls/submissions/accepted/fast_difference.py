import sys
from itertools import accumulate


def main():
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])

    def minutes(text):
        return int(text[-5:-3]) * 60 + int(text[-2:])

    windows = []
    for i in range(2, 2 + 3 * n, 3):
        zone = minutes(data[i])
        if data[i][0] == "-":
            zone = -zone
        a, b = minutes(data[i + 1]), minutes(data[i + 2])
        windows.append(((a - zone) % 1440, (b - a) % 1440))
    for m in map(int, data[2 + 3 * n :]):
        change = [0] * 2881
        for start, size in windows:
            if size >= m:
                change[start] += 1
                change[start + size - m + 1] -= 1
        level = list(accumulate(change))
        good = [x + y for x, y in zip(level[:1440], level[1440:2880])]
        best = max(good)
        if best:
            t = good.index(best)
            print(f"{t // 60:02d}:{t % 60:02d} {best}")
        else:
            print("never")


main()
