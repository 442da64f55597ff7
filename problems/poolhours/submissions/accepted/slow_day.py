n, k = [int(x) for x in input().split()]
L = []
for _ in range(n):
    L.append([int(x) for x in input().split()])
L.sort()
here = []
pos = 0
counts = []
for t in range(max(b for a, b in L)):
    here = [b for b in here if b > t]
    while pos < n and L[pos][0] == t:
        here.append(L[pos][1])
        pos += 1
    counts.append(len(here))
minutes1 = len([c for c in counts if c > 0])
minutes2 = len([c for c in counts if c >= k])
top = max(counts)
text = "".join("x" if c >= k else " " for c in counts)
words = text.split()
print(minutes1, minutes2, top, counts.index(top), max([len(w) for w in words], default=0))
