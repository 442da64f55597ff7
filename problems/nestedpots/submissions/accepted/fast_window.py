import sys

n, g, *d = map(int, sys.stdin.read().split())
d.sort()
# pots closer together than g all need different stacks
need = j = 0
for i, x in enumerate(d):
    while d[j] <= x - g:
        j += 1
    need = max(need, i - j + 1)
chain = 0
last = -g
for x in d:
    if x - last >= g:
        chain += 1
        last = x
print(need, chain)
