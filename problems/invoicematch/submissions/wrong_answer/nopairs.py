n = int(input())
b = []
for _ in range(n):
    w = input().split()
    if w[0] == "bill":
        b.append((w[1], w[2], int(w[3])))
        continue
    for x in b:
        if x[1] == w[1] and x[2] == int(w[2]):
            print(x[0])
            b.remove(x)
            break
    else:
        print("aside")
print("open", len(b), sum(x[2] for x in b))
