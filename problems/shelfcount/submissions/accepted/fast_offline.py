import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[0], data[1]
    pages = data[2:2 + n]
    books = sorted(range(n), key=pages.__getitem__)
    rest = data[2 + n:]
    order = sorted(range(q), key=lambda i: rest[3 * i + 2])
    # both numbers in one: books times 2^24 plus pages
    tree = [0] * (n + 1)
    answers = [None] * q
    k = 0
    for i in order:
        l, r, x = rest[3 * i:3 * i + 3]
        while k < n and pages[books[k]] <= x:
            j = books[k] + 1
            v = pages[j - 1] + (1 << 24)
            while j <= n:
                tree[j] += v
                j += j & -j
            k += 1
        s = 0
        while r:
            s += tree[r]
            r &= r - 1
        l -= 1
        while l:
            s -= tree[l]
            l &= l - 1
        answers[i] = f"{s >> 24} {s & 0xFFFFFF}"
    print("\n".join(answers))


main()
