import random

seed, n, words, low, high, lines = map(int, input().split())
rng = random.Random(seed)
print(n)
left = 2500
for i in range(n):
    count = max(1, min(left - (n - i), 1000, rng.randint((words + 1) // 2, words)))
    left -= count
    text = ["".join(rng.choice("aeiouslrtnd") for _ in range(rng.randint(low, high))) for _ in range(count)]
    print(rng.randint(1, lines), *text)
