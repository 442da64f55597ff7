c, n = map(int, input().split())
names = input().split()
ballots = []
for _ in range(n):
    ballots.append([names[int(x) - 1] for x in input().split()])

out = []
rounds = []
while True:
    counts = {}
    for name in names:
        if name not in out:
            counts[name] = 0
    empty = 0
    for b in ballots:
        found = False
        for name in b:
            if name not in out:
                counts[name] += 1
                found = True
                break
        if not found:
            empty += 1
    winner = None
    for name in counts:
        if counts[name] * 2 > n - empty or len(counts) == 1:
            winner = name
    if winner is not None:
        print("wins", winner, counts[winner], empty)
        break
    low = min(counts.values())
    tied = [name for name in counts if counts[name] == low]
    # look back
    for old in reversed(rounds):
        if len(tied) == 1:
            break
        m = min(old[name] for name in tied)
        tied = [name for name in tied if old[name] == m]
    loser = tied[-1]
    print("out", loser, low)
    out.append(loser)
    rounds.append(counts)
