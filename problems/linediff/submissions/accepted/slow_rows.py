import sys


def turn(line):
    words = line.split(" ")
    words.reverse()
    return " ".join(words)


def kept(old, new, change):
    row = [0] * (len(new) + 1)
    for mine in old:
        fresh = [0]
        for j in range(len(new)):
            other = new[j]
            if change:
                other = turn(other)
            if mine == other:
                fresh.append(row[j] + 1)
            else:
                fresh.append(max(row[j + 1], fresh[j]))
        row = fresh
    return row[-1]


def main():
    text = sys.stdin.read().splitlines()
    a, b = [int(x) for x in text[0].split()]
    old = text[1 : 1 + a]
    new = text[1 + a : 1 + a + b]
    for change in (False, True):
        k = kept(old, new, change)
        print(k, len(old) - k, len(new) - k)


main()
