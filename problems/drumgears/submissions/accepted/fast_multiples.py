import sys


def main():
    n, *teeth = map(int, sys.stdin.read().split())
    top = max(teeth)
    count = [0] * (top + 1)
    for t in teeth:
        count[t] += 1
    drives = [0] * (top + 1)
    driven = [0] * (top + 1)
    for t in set(teeth):
        c = count[t]
        drives[t] = sum(count[t::t]) - 1
        for m in range(t, top + 1, t):
            driven[m] += c
    a = [drives[t] for t in teeth]
    b = [driven[t] - 1 for t in teeth]
    print(*a)
    print(*b)
    print(sum([x == 0 and y == 0 for x, y in zip(a, b)]))


main()
