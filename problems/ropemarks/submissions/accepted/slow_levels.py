from math import gcd

def main():
    n, q = map(int, input().split())
    level = [int(v) for v in input().split()]
    pieces = level[:]
    found = []
    # stretches of one piece, of two pieces, of three, ...
    for size in range(1, n + 1):
        found.append(level)
        level = [gcd(level[i], pieces[i + size]) for i in range(n - size)]
    rulers = set()
    for level in found:
        for g in level:
            rulers.add(g)
    for w in input().split():
        r = int(w)
        print(sum(level.count(r) for level in found) if r in rulers else 0)
    print(len(rulers))

main()
