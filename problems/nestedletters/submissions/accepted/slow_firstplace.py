# fills the first open place until there is none left
n, q = map(int, input().split())
d = dict(input().split("=") for _ in range(n))
ready = {}
for _ in range(q):
    name, a, b = input().split()
    if name in ready:
        text = ready[name]
    else:
        text = d[name]
        pos = text.find("{")
        while pos >= 0:
            end = text.find("}")
            text = text[:pos] + d[text[pos + 1:end]] + text[end + 1:]
            pos = text.find("{")
        ready[name] = text
    print(len(text), "[" + text[int(a) - 1:int(b)] + "]")
