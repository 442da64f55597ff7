import sys


def fits(words, width):
    return all(len(w) <= width for w in words)


def wrap(words, width):
    rows = [[]]
    for w in words:
        if len(" ".join(rows[-1] + [w])) <= width:
            rows[-1].append(w)
        else:
            rows.append([w])
    return [" ".join(r) for r in rows]


def main():
    for line in sys.stdin.readlines()[1:]:
        words = line.split()
        free = int(words[0])
        words = words[1:]
        low, high = 1, len(" ".join(words))
        while low < high:
            mid = (low + high) // 2
            if fits(words, mid) and len(wrap(words, mid)) <= free:
                high = mid
            else:
                low = mid + 1
        rows = wrap(words, low)
        print(low, len(rows), min(len(r) for r in rows))


main()
