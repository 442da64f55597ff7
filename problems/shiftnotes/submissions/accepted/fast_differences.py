# every listed word is stored in all 26 moved forms, once
n, q = map(int, input().split())
listed = input().split()
ring = "abcdefghijklmnopqrstuvwxyz" * 2
forms = {}
for k in range(26):
    table = str.maketrans(ring[:26], ring[k:k + 26])
    for w in " ".join(listed).translate(table).split():
        if w in forms:
            forms[w].append(k)
        else:
            forms[w] = [k]
count = {}
for _ in range(q):
    note = input()
    hits = {}
    for w in note.split():
        for k in forms.get(w, []):
            a, b = hits.get(k, (0, 0))
            hits[k] = (a + 1, b + len(w))
    if not hits:
        print("?", note)
        continue
    best = max(hits, key=lambda k: (hits[k], -k))
    text = note.translate(str.maketrans(ring[best:best + 26], ring[:26]))
    print(best, text)
    for w in text.split():
        count[w] = count.get(w, 0) + 1
top = max((count.get(w, 0) for w in listed))
print(*(next((w, top) for w in listed if count.get(w, 0) == top) if top else ("none", 0)))
