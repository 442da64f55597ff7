import sys


def main():
    n, s = sys.stdin.read().split()
    n = int(n)
    pi = [0] * n
    k = 0
    count = rolls = 0
    last = (0, 0)
    for i in range(1, n):
        c = s[i]
        while k and s[k] != c:
            k = pi[k - 1]
        if s[k] == c:
            k += 1
        pi[i] = k
        size = i + 1
        p = size - k
        if k and size % p == 0:
            count += 1
            rolls += size // p
            last = (size, p)
    print(count)
    print(*last)
    print(rolls)


main()
