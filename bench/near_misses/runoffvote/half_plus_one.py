# near miss: rounding; more than half is tested as at least half plus one, which is too much when an odd number of ballots counts
import sys


def main():
    rows = sys.stdin.read().split("\n")
    c, n = map(int, rows[0].split())
    names = rows[1].split()
    alive = [True] * c
    piles = [[] for _ in range(c)]
    for row in rows[2 : n + 2]:
        ballot = [int(x) - 1 for x in row.split()]
        piles[ballot[0]].append((ballot, 0))
    active = n
    history = [[] for _ in range(c)]
    left = c
    while True:
        for i in range(c):
            if alive[i]:
                history[i].append(len(piles[i]))
        racing = [i for i in range(c) if alive[i]]
        lead = max(racing, key=lambda i: len(piles[i]))
        if left == 1 or len(piles[lead]) >= active / 2 + 1:
            print("wins", names[lead], len(piles[lead]), n - active)
            return
        out = min(racing, key=lambda i: (history[i][::-1], -i))
        print("out", names[out], len(piles[out]))
        alive[out] = False
        left -= 1
        for ballot, at in piles[out]:
            at += 1
            while at < len(ballot) and not alive[ballot[at]]:
                at += 1
            if at < len(ballot):
                piles[ballot[at]].append((ballot, at))
            else:
                active -= 1


main()
