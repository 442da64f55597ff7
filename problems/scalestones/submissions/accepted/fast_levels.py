n, q = map(int, input().split())
stones = sorted(map(int, input().split()))
asked = list(map(int, input().split()))
top = max(asked)
limit = (1 << (top + 1)) - 1
# levels of sums as long integers; light stones first, so many numbers stay short
levels = [1] + [0] * n
used = 0
for s in stones:
    if s > top:
        break
    used += 1
    for k in range(used, 0, -1):
        below = levels[k - 1]
        if below:
            levels[k] |= (below << s) & limit
answer = [-1] * (top + 1)
for k in range(used, -1, -1):
    text = bin(levels[k])[:1:-1]
    w = text.find("1")
    while w >= 0:
        answer[w] = k
        w = text.find("1", w + 1)
for w in asked:
    print(answer[w])
print(sum(a > 0 for a in answer))
