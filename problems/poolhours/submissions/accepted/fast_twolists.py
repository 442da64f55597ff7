n, k = map(int, input().split())
come, go = [], []
for _ in range(n):
    a, b = map(int, input().split())
    come.append(a)
    go.append(b)
come.sort()
go.sort()
come.append(10 ** 9)
i = there = 0
one = many = 0
best = when = 0
start_one = start_many = None
stretch = 0
for j in range(n):
    # everybody who comes before (or just when) the next one leaves
    while come[i] <= go[j]:
        t = come[i]
        there += 1
        i += 1
        if there == 1:
            start_one = t
        if there == k:
            start_many = t
        # somebody may leave in the same minute
        if there > best and t < go[j]:
            best, when = there, t
    if there == k:
        many += go[j] - start_many
        stretch = max(stretch, go[j] - start_many)
    if there == 1:
        one += go[j] - start_one
    there -= 1
print(one, many, best, when, stretch)
