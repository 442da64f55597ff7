def place_of(value, ranking):
    return ranking.index(value) + 1

def main():
    k, m = map(int, input().split())
    children = input().split()
    table = {}
    for child in children:
        table[child] = []
    firsts = dict.fromkeys(children, 0)
    for _ in range(m):
        parts = input().split()
        values = [int(v) for v in parts[2:] if v != "x"]
        values.sort(reverse=(parts[1] == "most"))
        for i in range(k):
            v = parts[2 + i]
            if v == "x":
                table[children[i]].append(len(values) + 1)
            else:
                p = place_of(int(v), values)
                table[children[i]].append(p)
                if p == 1:
                    firsts[children[i]] += 1
    scores = [(sum(table[c]), -firsts[c]) for c in children]
    lines = []
    for i, c in enumerate(children):
        better = 0
        for s in scores:
            if s < scores[i]:
                better += 1
        lines.append((better + 1, c, scores[i][0]))
    for line in sorted(lines):
        print(*line)

main()
