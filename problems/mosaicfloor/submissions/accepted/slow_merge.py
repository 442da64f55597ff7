class Patch:
    def __init__(self, colour):
        self.colour = colour
        self.stones = []


def main():
    r, c = map(int, input().split())
    patches = []
    for y in range(r):
        line = input()
        for x in range(c):
            new = Patch(line[x])
            new.stones.append((y, x))
            touching = []
            for p in patches:
                if p.colour == line[x]:
                    if (y - 1, x) in p.stones or (y, x - 1) in p.stones[-c:]:
                        touching.append(p)
            for p in touching:
                new.stones = p.stones + new.stones
                patches.remove(p)
            new.stones.sort()
            patches.append(new)
    for colour in sorted(set(p.colour for p in patches)):
        mine = [p for p in patches if p.colour == colour]
        big = max([len(p.stones) for p in mine])
        closed = [p for p in mine if all(0 < y < r - 1 and 0 < x < c - 1 for y, x in p.stones)]
        print(colour, len(mine), big, len(closed))


main()
