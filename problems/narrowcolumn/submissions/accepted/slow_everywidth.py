n = int(input())
for _ in range(n):
    parts = input().split(" ")
    k = int(parts[0])
    words = parts[1:]
    width = 0
    for w in words:
        if len(w) > width:
            width = len(w)
    while True:
        lines = []
        line = ""
        for w in words:
            if line == "":
                line = w
            elif len(line) + 1 + len(w) <= width:
                line = line + " " + w
            else:
                lines.append(line)
                line = w
        lines.append(line)
        if len(lines) <= k:
            break
        width += 1
    shortest = len(lines[0])
    for line in lines:
        if len(line) < shortest:
            shortest = len(line)
    print(width, len(lines), shortest)
