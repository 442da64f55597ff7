import sys


def clean(values, low, high):
    n = len(values)
    out = [0] * n
    last = -1
    filled = longest = 0
    for k, text in enumerate(values):
        if text == "?":
            continue
        c = int(text)
        if c < low or c > high:
            continue
        out[k] = c
        gap = k - last - 1
        if gap:
            filled += gap
            if gap > longest:
                longest = gap
            if last < 0:
                out[:k] = [c] * k
            else:
                a = out[last]
                d, w = c - a, k - last
                out[last + 1 : k] = [a + d * j // w for j in range(1, w)]
        last = k
    if last < 0:
        return None
    gap = n - 1 - last
    if gap:
        out[last + 1 :] = [out[last]] * gap
    return out, filled + gap, max(longest, gap)


def main():
    lines = sys.stdin.read().split("\n")
    s, n, low, high = map(int, lines[0].split())
    good = []
    for line in lines[1 : s + 1]:
        name, *values = line.split()
        result = clean(values, low, high)
        if result is None:
            print(name, "broken")
        else:
            v, filled, longest = result
            good.append(v)
            print(name, filled, longest, min(v), max(v), sum(v))
    if good:
        m = len(good)
        print("mean", *[sum(column) // m for column in zip(*good)])
    else:
        print("mean none")


main()
