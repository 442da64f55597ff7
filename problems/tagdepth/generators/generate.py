import random

seed, n, names, elements, deep, text = map(int, input().split())
rng = random.Random(seed)
stock = ["b", "i", "em", "list", "item", "note", "quote", "table", "row", "cell", "p", "link"]
rng.shuffle(stock)
stock = stock[:names]
tokens = []
stack = []
made = 0
while made < elements or stack:
    if stack and (made >= elements or len(stack) >= deep or rng.randint(0, deep) < len(stack) - 1):
        tokens.append("</" + stack.pop() + ">")
    elif made < elements:
        stack.append(rng.choice(stock))
        tokens.append("<" + stack[-1] + ">")
        made += 1
    if rng.randint(0, 2):
        tokens.append("".join(rng.choice("abcdeklmnorstuXY7. ") for _ in range(rng.randint(0, text))))
rows = [[] for _ in range(n)]
share = len(tokens) // n + 1
lines = []
line = ""
for i, token in enumerate(tokens):
    if len(line) + len(token) > 120 or (i and i % share == 0 and len(lines) < n - 1):
        lines.append(line)
        line = ""
    line += token
lines.append(line)
while len(lines) < n:
    lines.insert(rng.randint(0, len(lines)), "")
print(len(lines))
for line in lines:
    print(line)
