# keeps the sums of strips of s pots above each other
r, c, m, q = map(int, input().split())
g = [list(map(int, input().split())) for _ in range(r)]
for s in map(int, input().split()):
    strip = [sum(col) for col in zip(*g[:s])]
    record = (-1, 0, 0)
    enough = 0
    for y in range(r - s + 1):
        if y:
            strip = [a - b + d for a, b, d in zip(strip, g[y - 1], g[y + s - 1])]
        bed = sum(strip[:s])
        beds = [bed]
        for old, new in zip(strip, strip[s:]):
            bed += new - old
            beds.append(bed)
        high = max(beds)
        if high > record[0]:
            record = (high, y + 1, beds.index(high) + 1)
        enough += len([b for b in beds if b >= m * s * s])
    print(*record, enough)
