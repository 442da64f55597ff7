import random

seed, n, items, count, price, buys = map(int, input().split())
rng = random.Random(seed)
words = ["nail", "bolt", "nut", "hinge", "hook", "screw", "peg", "bracket", "wire", "dowel", "rivet", "latch"]
rng.shuffle(words)
words = words[:items]
print(n)
for _ in range(n):
    item = rng.choice(words)
    if rng.randint(1, 100) <= buys:
        print("in", item, rng.randint((count + 1) // 2, count), rng.randint(0, price))
    else:
        print("out", item, rng.randint((count + 1) // 2, count))
