import sys

P = 1000003


def main():
    data = list(map(int, sys.stdin.read().split()))[1:]
    top = max(data[::3]) + 1
    fact = [1] * (top + 1)
    for i in range(1, top + 1):
        fact[i] = fact[i - 1] * i % P
    for n, r, s in zip(data[::3], data[1::3], data[2::3]):
        free = n - (r - 1) * s if r else 0
        if free < r:
            print(0)
        else:
            print(fact[free] * pow(fact[r] * fact[free - r], P - 2, P) % P)


main()
