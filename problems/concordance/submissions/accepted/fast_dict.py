import sys


def main():
    text = sys.stdin.read().lower().split("\n")
    n, k = map(int, text[0].split())
    table = str.maketrans({c: " " for c in "0123456789.,-'"})
    count = {}
    where = {}
    for i in range(1, n + 1):
        for word in text[i].translate(table).split():
            if word in count:
                count[word] += 1
                if where[word][-1] != i:
                    where[word].append(i)
            else:
                count[word] = 1
                where[word] = [i]
    out = []
    for word in sorted(where):
        lines = where[word]
        if len(lines) > k:
            continue
        parts = [word, str(count[word])]
        first = last = lines[0]
        for x in lines[1:] + [-1]:
            if x == last + 1:
                last = x
                continue
            if last - first >= 2:
                parts.append(f"{first}-{last}")
            elif last > first:
                parts.append(f"{first} {last}")
            else:
                parts.append(str(first))
            first = last = x
        out.append(" ".join(parts))
    print("\n".join(out) if out else "nothing")


main()
