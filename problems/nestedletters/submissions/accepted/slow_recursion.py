blocks = {}

def expand(name):
    text = blocks[name]
    result = ""
    i = 0
    while i < len(text):
        if text[i] == "{":
            j = i + 1
            while text[j] != "}":
                j += 1
            result += expand(text[i + 1:j])
            i = j + 1
        else:
            result += text[i]
            i += 1
    return result

n, q = map(int, input().split())
for _ in range(n):
    name, text = input().split("=")
    blocks[name] = text
asked = {}
for _ in range(q):
    name, a, b = input().split()
    if name not in asked:
        asked[name] = expand(name)
    full = asked[name]
    print(len(full), "[" + full[int(a) - 1:int(b)] + "]")
