# starts with one long line and makes the column narrower as long as it works
def lines_of(sizes, width):
    lines = []
    for s in sizes:
        if lines and lines[-1] + 1 + s <= width:
            lines[-1] += 1 + s
        else:
            lines.append(s)
    return lines

for _ in range(int(input())):
    k, *words = input().split()
    sizes = list(map(len, words))
    w = sum(sizes) + len(sizes) - 1
    while w > max(sizes) and len(lines_of(sizes, w - 1)) <= int(k):
        w -= 1
    rows = lines_of(sizes, w)
    print(w, len(rows), min(rows))
