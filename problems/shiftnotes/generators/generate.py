import random

seed, n, q, letters, low, high, words, known = map(int, input().split())
rng = random.Random(seed)
alphabet = "etaoinshrdlcumwfgypbvkjxqz"[:letters]
stock = []
seen = set()
while len(stock) < n:
    word = "".join(rng.choice(alphabet) for _ in range(rng.randint(low, high)))
    if word not in seen:
        seen.add(word)
        stock.append(word)
print(n, q)
print(*stock)
for _ in range(q):
    move = rng.randint(0, 25)
    note = []
    for _ in range(rng.randint((words + 1) // 2, words)):
        if rng.randint(1, 100) <= known:
            word = rng.choice(stock)
        else:
            word = "".join(rng.choice(alphabet) for _ in range(rng.randint(low, high)))
        note.append("".join(chr((ord(c) - 97 + move) % 26 + 97) for c in word))
    print(*note)
