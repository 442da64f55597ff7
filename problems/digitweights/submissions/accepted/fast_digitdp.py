import sys


def solve(a, b, base, k):
    # tables[j][r]: numbers of j digits with weight r modulo k
    tables = [[0] * k]
    tables[0][0] = 1

    def grow():
        old = tables[-1]
        new = [0] * k
        for r, c in enumerate(old):
            if c:
                for d in range(base):
                    new[(r + d) % k] += c
        tables.append(new)

    def below(x):
        digits = []
        while x:
            x, d = divmod(x, base)
            digits.append(d)
        while len(tables) <= len(digits):
            grow()
        total = weight = 0
        for j in range(len(digits) - 1, -1, -1):
            t = tables[j]
            for d in range(digits[j]):
                total += t[-(weight + d) % k]
            weight += digits[j]
        return total

    count = below(b + 1) - below(a)
    if count == 0:
        return 0, -1
    lo, hi = a, b
    before = below(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if below(mid + 1) > before:
            hi = mid
        else:
            lo = mid + 1
    return count, lo


def main():
    data = list(map(int, sys.stdin.read().split()))
    for i in range(1, len(data), 4):
        print(*solve(*data[i:i + 4]))


main()
