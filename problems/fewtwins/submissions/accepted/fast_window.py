import sys


def main():
    data = sys.stdin.read().split()
    m = int(data[1])
    soups = data[2:]
    seen = dict.fromkeys(soups, 0)
    left = total = 0
    best = (0, 0, 0)
    for right, s in enumerate(soups):
        seen[s] += 1
        while seen[s] > m:
            seen[soups[left]] -= 1
            left += 1
        size = right - left + 1
        total += size
        if size > best[0]:
            best = (size, left + 1, right + 1)
    print(total)
    print(best[1], best[2])


main()
