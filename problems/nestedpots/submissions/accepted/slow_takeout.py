n, g = (int(t) for t in input().split())
rest = sorted(int(t) for t in input().split())
first = 0
count = 0
while len(rest) > 0:
    # build one stack from the smallest pot on
    used = []
    for i in range(len(rest)):
        if used == [] or rest[i] >= used[-1] + g:
            used.append(rest[i])
    for u in used:
        rest.remove(u)
    if count == 0:
        first = len(used)
    count += 1
print(count, first)
