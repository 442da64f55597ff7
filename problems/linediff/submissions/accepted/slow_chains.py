# best[j]: the most kept lines when new line j is the last kept one
a, b = map(int, input().split())
old = [input() for i in range(a)]
new = [input() for i in range(b)]
for rnd in (1, 2):
    best = [0] * b
    for line in old:
        # from the back, so that an old line is used only once
        longest = 0
        for j in range(b):
            before = best[j]
            if new[j] == line and longest + 1 > best[j]:
                best[j] = longest + 1
            if before > longest:
                longest = before
    k = max(best)
    print(k, a - k, b - k)
    new = [" ".join(x.split()[::-1]) for x in new]
