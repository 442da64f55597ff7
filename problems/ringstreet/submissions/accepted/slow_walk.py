n, q = map(int, input().split())
letters = list(map(int, input().split()))
rounds = []
for i in range(q):
    a, b = map(int, input().split())
    house = a
    total = letters[house - 1]
    while house != b:
        house += 1
        if house > n:
            house = 1
        total += letters[house - 1]
    rounds.append(total)
    print(total)
best = 0
for i in range(q):
    if rounds[i] > rounds[best]:
        best = i
print(best + 1)
