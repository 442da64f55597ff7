n, q = map(int, input().split())
sponsor = {1: 0}
s = list(map(int, input().split()))
for i in range(n - 1):
    sponsor[i + 2] = s[i]
turns = [0] * (n + 1)
for _ in range(q):
    a, b = map(int, input().split())
    steps = 0
    # sponsors have smaller numbers
    while a != b:
        if a > b:
            a = sponsor[a]
        else:
            b = sponsor[b]
        steps += 1
    turns[a] += 1
    print(steps, a)
best = 1
for i in range(1, n + 1):
    if turns[i] > turns[best]:
        best = i
print(best)
