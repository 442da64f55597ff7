n, g = map(int, input().split())
pots = list(map(int, input().split()))
pots.sort()
stacks = []
for pot in pots:
    placed = False
    for stack in stacks:
        if pot - stack[-1] >= g:
            stack.append(pot)
            placed = True
            break
    if not placed:
        stacks.append([pot])

tower = 0
size = -100000
for pot in pots:
    if pot - size >= g:
        tower += 1
        size = pot
print(len(stacks), tower)
