# types letter after letter and keeps the names that still fit
n = int(input())
L = [input() for _ in range(n)]
s = 0
out = ""
for me in L:
    rest = []
    for x in L:
        if x != me:
            rest.append(x)
    rest.sort()
    typed = ""
    for ch in me + "#":
        typed += ch
        fit = []
        for x in rest:
            if x[:len(typed)] == typed:
                fit.append(x)
        if len(fit) == 0:
            break
        rest = fit
    out += typed + " " + (rest[0] if rest else "-") + "\n"
    s += len(typed)
print(out + str(s))
