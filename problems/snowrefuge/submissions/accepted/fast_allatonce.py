import sys


def main():
    data = sys.stdin.read().split()
    r, c = int(data[0]), int(data[1])
    # one long string with a border of rock
    w = c + 1
    field = "#" * w + "#".join(data[2:]) + "#" * (w + 1)
    dist = [-1 if ch != "#" else -2 for ch in field]
    wave = [i for i, ch in enumerate(field) if ch == "R"]
    for i in wave:
        dist[i] = 0
    d = total = 0
    far = (0, 0, 0)
    while wave:
        d += 1
        new = []
        for i in wave:
            for j in (i - w, i - 1, i + 1, i + w):
                if dist[j] == -1:
                    dist[j] = d
                    new.append(j)
        if new:
            total += d * len(new)
            y, x = divmod(min(new) - w, w)
            far = (d, y + 1, x + 1)
        wave = new
    print(dist.count(-1))
    print(*far)
    print(total)


main()
