import sys


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, q = data[0], data[1]
    stones = data[2:2 + n]
    asked = data[2 + n:]
    top = max(asked)
    mask = (1 << top + 1) - 1
    # shown[k]: bit w is set if k stones can weigh w
    shown = [1]
    for s in stones:
        shown.append(0)
        for k in range(len(shown) - 1, 0, -1):
            shown[k] |= shown[k - 1] << s & mask
        if not shown[-1]:
            shown.pop()
    any_number = 0
    for m in shown:
        any_number |= m
    for w in asked:
        if any_number >> w & 1:
            k = 0
            while not shown[k] >> w & 1:
                k += 1
            print(k)
        else:
            print(-1)
    print(bin(any_number).count("1") - 1)


main()
