def main():
    n, m = map(int, input().split())
    soups = input().split()
    begin = 0
    stretches = 0
    ends = []
    for today in range(n):
        # give up the first days until today's soup is not too frequent
        while soups[begin:today + 1].count(soups[today]) > m:
            begin += 1
        stretches += today - begin + 1
        ends.append((today - begin + 1, -begin))
    size, first = max(ends)
    first = -first
    print(stretches)
    print(first + 1, first + size)

main()
