import random

seed, n, k, words, width, spread = map(int, input().split())
rng = random.Random(seed)
stock = []
while len(stock) < words:
    word = "".join(rng.choice("aeioulnrstdmh") for _ in range(rng.randint(1, 7)))
    if word not in stock:
        stock.append(word)
print(n, k)
some = False
for i in range(n):
    line = ""
    start = i * words // n
    while True:
        word = stock[(start + rng.randrange(spread)) % words]
        if rng.randint(1, 9) == 1:
            word = word.capitalize()
        piece = word + rng.choice([" ", " ", " ", " ", ", ", ". ", "-", "'", " 7 "])
        if len(line) + len(piece) > width:
            break
        line += piece
        some = True
        if rng.randint(1, 12) == 1:
            break
    line = line.strip()
    if i == n - 1 and not some:
        line = "end"
    print(line)
