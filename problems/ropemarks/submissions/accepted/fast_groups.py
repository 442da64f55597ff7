from collections import defaultdict
from math import gcd

n, q = map(int, input().split())
lengths = map(int, input().split())
count = defaultdict(int)
groups = []  # [best ruler, how many stretches], for the stretches that end here
for x in lengths:
    merged = []
    for g, c in groups:
        g = gcd(g, x)
        if merged and merged[-1][0] == g:
            merged[-1][1] += c
        else:
            merged.append([g, c])
    if merged and merged[-1][0] == x:
        merged[-1][1] += 1
    else:
        merged.append([x, 1])
    groups = merged
    for g, c in groups:
        count[g] += c
different = len(count)
for g in map(int, input().split()):
    print(count[g])
print(different)
