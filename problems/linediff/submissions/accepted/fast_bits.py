import sys


def kept(old, new):
    where = {}
    for i, line in enumerate(old):
        where[line] = where.get(line, 0) | 1 << i
    full = (1 << len(old)) - 1
    row = full
    for line in new:
        hit = row & where.get(line, 0)
        row = (row + hit | row - hit) & full
    return len(old) - row.bit_count()


def main():
    lines = sys.stdin.read().split("\n")
    a, b = map(int, lines[0].split())
    old, new = lines[1 : a + 1], lines[a + 1 : a + b + 1]
    for version in (new, [" ".join(line.split()[::-1]) for line in new]):
        k = kept(old, version)
        print(k, a - k, b - k)


main()
