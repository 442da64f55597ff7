def main():
    n = int(input())
    s = input()
    mirror = [[False] * n for _ in range(n)]
    for i in range(n):
        mirror[i][i] = True
    count = 0
    longest = (0, 0, 0)
    has = [False] * (2 * n - 1)
    for size in range(2, n + 1):
        for i in range(n - size + 1):
            j = i + size - 1
            if s[i] == s[j] and (size == 2 or mirror[i + 1][j - 1]):
                mirror[i][j] = True
                count += 1
                has[i + j] = True
                if size > longest[0]:
                    longest = (size, i + 1, j + 1)
    print(count)
    print(longest[1], longest[2])
    print(has.count(False))


main()
