# the candidates are kept in one order that settles all earlier rounds:
# a stable sort by the new counts is all that is needed in each round
c, n = map(int, input().split())
names = input().split()
first = {i: [] for i in range(1, c + 1)}
for _ in range(n):
    ballot = iter(list(map(int, input().split())))
    first[next(ballot)].append(ballot)
order = list(range(c, 0, -1))
lost = 0
while True:
    order.sort(key=lambda i: len(first[i]))
    strongest = order[-1]
    if len(order) == 1 or 2 * len(first[strongest]) > n - lost:
        break
    weakest = order.pop(0)
    ballots = first.pop(weakest)
    print("out", names[weakest - 1], len(ballots))
    for ballot in ballots:
        for choice in ballot:
            if choice in first:
                first[choice].append(ballot)
                break
        else:
            lost += 1
print("wins", names[strongest - 1], len(first[strongest]), lost)
