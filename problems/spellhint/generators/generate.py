import random

seed, n, q, letters, low, high = map(int, input().split())
rng = random.Random(seed)
alphabet = "eationsrlhdcumfpgybwvkxjqz"[:letters]
words = []
seen = set()
while len(words) < n:
    word = "".join(rng.choice(alphabet) for _ in range(rng.randint(low, high)))
    if word not in seen:
        seen.add(word)
        words.append(word)
print(n, q)
for word in words:
    print(word)
for _ in range(q):
    word = list(rng.choice(words))
    for _ in range(rng.randint(0, 4)):
        kind = rng.randint(0, 2)
        if kind == 0 and len(word) < 15:
            word.insert(rng.randint(0, len(word)), rng.choice(alphabet))
        elif kind == 1 and len(word) > 1:
            del word[rng.randrange(len(word))]
        else:
            word[rng.randrange(len(word))] = rng.choice(alphabet)
    print("".join(word))
