import sys


def main():
    n, s = sys.stdin.read().split()
    n = int(n)
    t = "|" + "|".join(s) + "|"
    size = len(t)
    r = [0] * size
    c = edge = 0
    for i in range(size):
        k = min(edge - i, r[2 * c - i]) if i < edge else 0
        while i - k > 0 and i + k + 1 < size and t[i - k - 1] == t[i + k + 1]:
            k += 1
        r[i] = k
        if i + k > edge:
            c, edge = i, i + k
    # r[i] is the length of the longest piece around i
    total = 0
    empty = 0
    best, first = 1, -1
    for i in range(1, size - 1):
        k = r[i]
        total += k // 2
        if k < 2:
            empty += 1
        elif k > best:
            best, first = k, (i - k) // 2
    print(total)
    if first < 0:
        print(0, 0)
    else:
        print(first + 1, first + best)
    print(empty)


main()
