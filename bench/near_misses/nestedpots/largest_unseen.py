# near miss: off by one; the sweep over the diameters stops before the largest one
n, g = map(int, input().split())
pots = list(map(int, input().split()))
top = max(pots)
count = [0] * (top + 1)
for d in pots:
    count[d] += 1
stacks = window = 0
tower = 0
for v in range(top):
    window += count[v]
    if v >= g:
        window -= count[v - g]
    if window > stacks:
        stacks = window
last = -g
for v in sorted(set(pots)):
    if v - last >= g:
        tower += 1
        last = v
print(stacks, tower)
