from collections import Counter

n, t = map(int, input().split())
line = input().split()
count = Counter(int(w) for w in line)
free = {}
whole = 0
# compare the different badges only
for v in count:
    s = 0
    for w in count:
        if v & w == 0:
            s += count[w]
        if v | w == 2 ** t - 1:
            whole += count[v] * count[w]
    if v == 0:
        s -= 1
    free[v] = s
    if v == 2 ** t - 1:
        whole -= count[v]
total = sum(free[v] * count[v] for v in count)
top = max(free.values())
for i in range(n):
    if free[int(line[i])] == top:
        print(total // 2, whole // 2, i + 1)
        break
