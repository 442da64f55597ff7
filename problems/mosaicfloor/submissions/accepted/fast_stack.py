import sys


def main():
    data = sys.stdin.read().split()
    r, c = int(data[0]), int(data[1])
    w = c + 1
    cells = list("." * w + ".".join(data[2:]) + "." * (w + 1))
    result = {}
    for s, colour in enumerate(cells):
        if colour == "" or colour == ".":
            continue
        # stones that are done become blank
        stack = [s]
        cells[s] = ""
        size = 0
        edge = False
        while stack:
            i = stack.pop()
            size += 1
            for j in (i - w, i - 1, i + 1, i + w):
                o = cells[j]
                if o == colour:
                    cells[j] = ""
                    stack.append(j)
                elif o == ".":
                    edge = True
        row = result.setdefault(colour, [0, 0, 0])
        row[0] += 1
        row[1] = max(row[1], size)
        row[2] += not edge
    for colour in sorted(result):
        print(colour, *result[colour])


main()
