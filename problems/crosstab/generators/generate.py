import random

seed, n, fields, crops, weight = map(int, input().split())
rng = random.Random(seed)


def words(count, letters):
    found = []
    while len(found) < count:
        word = "".join(rng.choice(letters) for _ in range(rng.randint(2, 4)))
        if word not in found:
            found.append(word)
    return found


rows = words(fields, "aeilhkmt")
columns = words(crops, "aeobnprs")
print(n)
for _ in range(n):
    print(rng.choice(rows), rng.choice(columns), rng.randint(0, weight))
