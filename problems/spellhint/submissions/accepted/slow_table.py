def dist(a, b):
    rows = len(a) + 1
    cols = len(b) + 1
    t = [[0] * cols for _ in range(rows)]
    for i in range(rows):
        t[i][0] = i
    for j in range(cols):
        t[0][j] = j
    for i in range(1, rows):
        for j in range(1, cols):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            t[i][j] = min(t[i - 1][j] + 1, t[i][j - 1] + 1, t[i - 1][j - 1] + cost)
    return t[-1][-1]

n, q = map(int, input().split())
words = [input().strip() for _ in range(n)]
total = 0
for _ in range(q):
    typed = input().strip()
    best_word = ""
    best = 3
    for w in words:
        d = dist(typed, w)
        if d < best:
            best = d
            best_word = w
    if best <= 2:
        print(best_word, best)
        total += best
    else:
        print("none")
print(total)
