n, q = map(int, input().split())
blocks = {}
for _ in range(n):
    name, text = input().split("=")
    # every piece after a "{" starts with a name and a "}"
    head, *rest = text.split("{")
    parts = [head]
    for piece in rest:
        ref, tail = piece.split("}")
        parts.append(blocks[ref])
        parts.append(tail)
    blocks[name] = "".join(parts)
for _ in range(q):
    name, a, b = input().split()
    t = blocks[name]
    print(len(t), "[" + t[int(a) - 1:int(b)] + "]")
