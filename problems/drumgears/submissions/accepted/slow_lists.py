def main():
    input()
    gears = [int(w) for w in input().split()]
    line1 = []
    line2 = []
    for g in gears:
        line1.append(len([x for x in gears if x % g == 0]) - 1)
        line2.append(len([x for x in gears if g % x == 0]) - 1)
    print(" ".join(map(str, line1)))
    print(" ".join(map(str, line2)))
    print(len([1 for x, y in zip(line1, line2) if x + y == 0]))

main()
