n = int(input())
for _ in range(n):
    k, *w = input().split()
    k = int(k)
    # long enough for k equal lines
    width = max(max(map(len, w)), -(-len(" ".join(w)) // k))
    rows = [w[0]]
    for x in w[1:]:
        if len(rows[-1]) + 1 + len(x) <= width:
            rows[-1] += " " + x
        else:
            rows.append(x)
    print(width, len(rows), min(map(len, rows)))
