import random

seed, n, q, letters, run = map(int, input().split())
rng = random.Random(seed)
colours = "abcdefghijklmnopqrstuvwxyz"[:letters]
total = 0
have = {c: 0 for c in colours}
tape = ""
for i in range(n):
    size = rng.randint(1, max(1, min(run, 100000 - total - (n - i))))
    c = rng.choice(colours)
    tape += str(size) + c
    total += size
    have[c] += size
print(n, q)
print(tape)
for _ in range(q):
    kind = rng.choice(["at", "count", "count", "kth"])
    c = rng.choice(colours) if rng.randint(0, 9) else rng.choice("abcxyz")
    if kind == "at":
        print("at", rng.randint(1, total))
    elif kind == "count":
        i = rng.randint(1, total)
        j = rng.randint(1, total)
        print("count", c, min(i, j), max(i, j))
    else:
        print("kth", c, rng.randint(1, have.get(c, 0) + 1 + have.get(c, 0) // 20))
