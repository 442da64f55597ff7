import sys


def turns(a, b, t, m):
    # (A, B): x -> A*x + B after the turns counted so far
    A, B = 1, 0
    while t:
        if t & 1:
            A, B = A * a % m, (B * a + b) % m
        a, b = a * a % m, (a * b + b) % m
        t >>= 1
    return A, B


def main():
    data = list(map(int, sys.stdin.read().split()))
    m, a, b, q = data[:4]
    for x, t in zip(data[4::2], data[5::2]):
        A, B = turns(a, b, t, m)
        y = (A * x + B) % m
        print(y, sum(map(int, str(y))))


main()
