def pascal(n, k):
    row = [1]
    for _ in range(n):
        row = [1] + [(row[i] + row[i + 1]) % 1000003 for i in range(len(row) - 1)] + [1]
        row = row[:k + 1]
    return row[k]


def main():
    q = int(input())
    for _ in range(q):
        n, r, s = map(int, input().split())
        if r < 2:
            print(n if r == 1 else 1)
        elif n - (r - 1) * s < r:
            print(0)
        else:
            print(pascal(n - (r - 1) * s, r))


main()
