from collections import Counter
n = int(input())
words = ["".join(sorted(input())) for _ in range(n)]
c = Counter(words)
top = max(c.values())
first = [i for i in range(n) if c[words[i]] == top][0]
print(len(c), sum(v * (v - 1) // 2 for v in c.values()), first + 1)
