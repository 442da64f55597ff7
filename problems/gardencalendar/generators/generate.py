import random

seed, n, m, q, first, low, high = map(int, input().split())
rng = random.Random(seed)
words = []
seen = set()
while len(words) < n:
    word = "".join(rng.choice("adeghilmnoprstuw") for _ in range(rng.randint(2, 6)))
    if word not in seen:
        seen.add(word)
        words.append(word)
print(n, m, q)
for word in words:
    print(word, rng.randint(1, first), rng.randint(low, high))
print(*sorted(rng.sample(range(1, 366), q)))
