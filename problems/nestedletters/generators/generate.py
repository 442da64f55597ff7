import random

seed, n, q, refs, words, limit = map(int, input().split())
rng = random.Random(seed)
names = []
while len(names) < n:
    name = "".join(rng.choice("abcdeghiklmnoprstu") for _ in range(rng.randint(1, 4)))
    if name not in names:
        names.append(name)
length = {}
print(n, q)
for i, name in enumerate(names):
    pieces = []
    size = 0
    total = 0
    for _ in range(rng.randint(1, words)):
        pieces.append("".join(rng.choice("aeinorst") for _ in range(rng.randint(1, 4))) + rng.choice(["", "."]))
    for _ in range(rng.randint(0, refs) if i else 0):
        pieces.insert(rng.randint(0, len(pieces)), "{" + names[rng.randint(max(0, i - 6), i - 1)] + "}")
    text = ""
    for piece in pieces:
        inner = length[piece[1:-1]] if piece[0] == "{" else len(piece)
        gap = " " if text and (text[-1] != "}" or piece[0] != "{" or rng.randint(0, 1)) else ""
        if len(text) + len(gap) + len(piece) > 80 or total + len(gap) + inner > limit:
            continue
        text += gap + piece
        total += len(gap) + inner
    if not text:
        text = "x"
        total = 1
    length[name] = total
    print(name + "=" + text)
for _ in range(q):
    name = names[-1 - min(rng.randrange(n), rng.randrange(n), rng.randrange(n))]
    a = rng.randint(1, length[name] + (3 if rng.randint(0, 4) == 0 else 0))
    print(name, a, a + rng.randint(0, 19))
