import random

seed, k, n, width, depth, size, quota, ask = map(int, input().split())
rng = random.Random(seed)
folders = []
level = [""]
words = ["a", "b", "art", "lab", "math", "old", "new", "pics", "plans", "x"]
for _ in range(depth):
    fresh = []
    for _ in range(width):
        path = rng.choice(level) + "/" + rng.choice(words)
        if path not in folders and path not in fresh:
            fresh.append(path)
    folders += fresh
    level = fresh or level
with_quota = rng.sample(folders, min(k, len(folders)))
print(len(with_quota), n)
for path in with_quota:
    print(path, rng.randint(quota // 4, quota))
stock = ["/f", "/note", "/img", "/h"]
files = []
for _ in range(n):
    dice = rng.randint(1, 100)
    if dice <= ask:
        print("size", rng.choice(folders) if rng.randint(0, 9) else "/no/such")
    elif dice <= ask + 12 and files:
        print("del", rng.choice(files) if rng.randint(0, 5) else "/f")
    else:
        if files and rng.randint(0, 3) == 0:
            path = rng.choice(files)
        else:
            path = rng.choice(folders) + rng.choice(stock) + rng.choice(["", "a", "b", "c", "d", "e"])
            files.append(path)
        print("put", path, rng.randint(0, size))
