# goes through the book from the beginning for every question
n = int(input())
book = [input().split() for i in range(n)]
for i in range(n):
    if book[i][1] != "elder":
        continue
    here = {}
    for e in book[:i]:
        if e[1] == "born":
            here[e[2]] = e[0]
        elif e[1] == "came":
            here[e[2]] = e[3]
        elif e[1] != "elder":
            del here[e[2]]
    if here:
        b, name = min((here[x], x) for x in here)
        t = book[i][0]
        a = int(t[:4]) - int(b[:4])
        if int(t[5:7]) * 100 + int(t[8:]) < int(b[5:7]) * 100 + int(b[8:]):
            a = a - 1
        print(name, a)
    else:
        print("nobody")
