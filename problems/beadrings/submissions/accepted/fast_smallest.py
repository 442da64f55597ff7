import sys

words = sys.stdin.read().split()[1:]
counts = {}
for i, w in enumerate(words, 1):
    d = w + w
    k = len(w)
    key = min([d[j:j + k] for j in range(k)])
    if key in counts:
        counts[key][0] += 1
    else:
        counts[key] = [1, i]
pairs = sum(c * (c - 1) // 2 for c, _ in counts.values())
# dictionaries keep the order, so max gives the earliest of equal ones
print(len(counts), pairs, max(counts.values(), key=lambda e: e[0])[1])
