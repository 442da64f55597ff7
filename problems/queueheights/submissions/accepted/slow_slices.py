def main():
    n, d = map(int, input().split())
    heights = [int(x) for x in input().split()]
    first = []
    second = []
    for i in range(n):
        me = heights[i]
        first.append(sum(1 for x in heights[:i] if x - me > d))
        second.append(sum(1 for x in heights[i + 1:] if me - x > d))
    print(" ".join(str(x) for x in first))
    print(sum(first), second.index(max(second)) + 1)


main()
