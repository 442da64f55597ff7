# near miss: bound overflow; the product is reduced modulo 1000003 before the next whole division, so large counts come out wrong
import sys

MOD = 1000003


def choose(m, r):
    if r > m:
        return 0
    r = min(r, m - r)
    ways = 1
    for i in range(1, r + 1):
        ways = ways * (m - r + i) // i % MOD
    return ways


def main():
    data = list(map(int, sys.stdin.read().split()))
    for i in range(1, 3 * data[0] + 1, 3):
        n, r, s = data[i:i + 3]
        print(1 if r == 0 else choose(n - (r - 1) * s, r))


main()
