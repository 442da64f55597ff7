import sys

M = 10 ** 9 + 7


def main():
    data = list(map(int, sys.stdin.read().split()))
    k, q = data[0], data[1]
    asked = data[2 + 2 * k:]
    top = max(asked)
    ways = [0] * (top + 1)
    ways[0] = 1
    for v, c in zip(data[2:2 + 2 * k:2], data[3:3 + 2 * k:2]):
        # any number of stamps, then less those with more than c
        for a in range(v, top + 1):
            ways[a] = (ways[a] + ways[a - v]) % M
        out = v * (c + 1)
        for a in range(top, out - 1, -1):
            ways[a] -= ways[a - out]
    print("\n".join([str(ways[a] % M) for a in asked]))


main()
