import sys


def main():
    lines = sys.stdin.read().split("\n")
    c, n = map(int, lines[0].split())
    names = lines[1].split()
    piles = [[] for _ in range(c)]
    for line in lines[2 : n + 2]:
        ballot = [int(x) - 1 for x in line.split()]
        ballot.reverse()
        piles[ballot[-1]].append(ballot)
    # the history of a candidate: the numbers of ballots, latest round first
    history = [()] * c
    alive = set(range(c))
    nobody = 0
    counts = [len(p) for p in piles]
    past = [[] for _ in range(c)]
    while True:
        low = min(counts[i] for i in alive)
        top = max(alive, key=lambda i: counts[i])
        if 2 * counts[top] > n - nobody or len(alive) == 1:
            print("wins", names[top], counts[top], nobody)
            return
        losers = [i for i in alive if counts[i] == low]
        if len(losers) > 1:
            loser = min(losers, key=lambda i: (past[i][::-1], -i))
        else:
            loser = losers[0]
        for i in alive:
            past[i].append(counts[i])
        print("out", names[loser], low)
        alive.discard(loser)
        for ballot in piles[loser]:
            while ballot and ballot[-1] not in alive:
                ballot.pop()
            if ballot:
                piles[ballot[-1]].append(ballot)
                counts[ballot[-1]] += 1
            else:
                nobody += 1


main()
