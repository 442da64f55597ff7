n = int(input())
tokens = []
for _ in range(n):
    line = input()
    i = 0
    while i < len(line):
        if line[i] == "<":
            j = line.index(">", i)
            tokens.append(line[i:j + 1])
            i = j + 1
        else:
            tokens.append(line[i])
            i += 1

result = {}
inside = {}
for i in range(len(tokens)):
    tok = tokens[i]
    if tok[0] == "<" and tok[1] != "/":
        name = tok[1:-1]
        if name not in result:
            result[name] = [0, 0, 0]
            inside[name] = set()
        # look for the closing tag
        level = 1
        j = i
        size = 0
        while level > 0:
            j += 1
            if tokens[j][0] != "<":
                size += 1
                inside[name].add(j)
            elif tokens[j][1] == "/":
                level -= 1
            else:
                level += 1
        # and for the depth
        depth = 1
        for k in range(i):
            if tokens[k][0] == "<":
                if tokens[k][1] == "/":
                    depth -= 1
                else:
                    depth += 1
        r = result[name]
        r[0] += 1
        r[1] = max(r[1], size)
        r[2] = max(r[2], depth)
for name in sorted(result):
    print(name, *result[name], len(inside[name]))
