import sys


def main():
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])
    artists = data[2 : 2 + 2 * n : 2]
    times = []
    for text in data[3 : 3 + 2 * n : 2]:
        m, s = text.split(":")
        times.append(60 * int(m) + int(s))
    rest = data[2 + 2 * n :]
    for r, limit in zip(map(int, rest[::2]), map(int, rest[1::2])):
        count = dict.fromkeys(artists, 0)
        left = total = 0
        best = (0, 0, 0)
        for right in range(n):
            a = artists[right]
            count[a] += 1
            total += times[right]
            while total > limit or count[a] > r:
                count[artists[left]] -= 1
                total -= times[left]
                left += 1
            if right - left + 1 >= best[0]:
                new = (right - left + 1, total, -left)
                if new > best:
                    best = new
        if best[0] == 0:
            print("no tape")
        else:
            t = best[1]
            print(best[0], 1 - best[2], f"{t // 3600}:{t // 60 % 60:02d}:{t % 60:02d}")


main()
