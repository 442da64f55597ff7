import random

seed, n, q, libraries, top, parts, trial = map(int, input().split())
rng = random.Random(seed)
names = ["sum", "net", "gui", "plot", "font", "zip", "lex", "mail"]
rng.shuffle(names)
names = names[:libraries]


def version():
    text = ".".join(str(rng.randint(0, top)) for _ in range(rng.randint(1, parts)))
    if rng.randint(1, 100) <= trial:
        text += "-rc" + str(rng.randint(0, min(top, 9)))
    return text


def numbers(text):
    body = text.split("-")[0].split(".")
    return [int(x) for x in body] + [0] * (4 - len(body))


print(n, q)
for _ in range(n):
    print(rng.choice(names), version())
for _ in range(q):
    name = rng.choice(names) if rng.randint(0, 15) else "other"
    a, b = version(), version()
    if rng.randint(0, 4) and numbers(a) > numbers(b):
        a, b = b, a
    print(name, a, b)
