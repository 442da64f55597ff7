def same_ring(u, v):
    if len(u) != len(v):
        return False
    return u in v + v


n = int(input())
words = [input() for _ in range(n)]
pairs = 0
for i in range(n):
    for j in range(i + 1, n):
        if same_ring(words[i], words[j]):
            pairs += 1
kinds = []
often = []
for w in range(n):
    for k in range(len(kinds)):
        if same_ring(words[kinds[k]], words[w]):
            often[k] += 1
            break
    else:
        kinds.append(w)
        often.append(1)
best = 0
for k in range(len(often)):
    if often[k] > often[best]:
        best = k
print(len(kinds), pairs, kinds[best] + 1)
