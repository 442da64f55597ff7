import random

seed, rows, c, kinds, size, width = map(int, input().split())
rng = random.Random(seed)


def cell():
    letters = "abcdest0123_" if rng.randint(0, 2) else "ab;/'"
    return "".join(rng.choice(letters) for _ in range(rng.randint(0, size)))


stock = [[cell() for _ in range(kinds)] for _ in range(c)]
text = ""
for _ in range(rows):
    shown = []
    for j in range(c):
        value = rng.choice(stock[j])
        if any(x in value for x in ";/'") or rng.randint(0, 3) == 0:
            value = "'" + value.replace("'", "''") + "'"
        shown.append(value)
    text += ";".join(shown) + "/"
lines = []
while text:
    k = rng.randint((width + 1) // 2, width)
    lines.append(text[:k])
    text = text[k:]
print(len(lines), c)
for line in lines:
    print(line)
