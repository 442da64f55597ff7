def bed(pots, y, x, s):
    return sum(sum(row[x:x + s]) for row in pots[y:y + s])


def main():
    r, c, m, q = map(int, input().split())
    pots = [[int(w) for w in input().split()] for _ in range(r)]
    for s in map(int, input().split()):
        beds = {}
        for y in range(r - s + 1):
            for x in range(c - s + 1):
                beds[y, x] = bed(pots, y, x, s)
        most = max(beds.values())
        y, x = min(p for p in beds if beds[p] == most)
        print(most, y + 1, x + 1, len([b for b in beds.values() if b >= m * s ** 2]))


main()
