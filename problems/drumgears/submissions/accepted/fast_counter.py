from collections import Counter

n = int(input())
gears = list(map(int, input().split()))
box = Counter(gears)
largest = max(gears)
out = {}
into = dict.fromkeys(box, -1)
for size, many in box.items():
    # only multiples that are in the box
    if largest // size < len(box):
        fits = [m for m in range(size, largest + 1, size) if m in box]
    else:
        fits = [m for m in box if m % size == 0]
    out[size] = sum([box[m] for m in fits]) - 1
    for m in fits:
        into[m] += many
print(*[out[g] for g in gears])
print(*[into[g] for g in gears])
print(sum(1 for g in gears if out[g] == into[g] == 0))
