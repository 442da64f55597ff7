import sys


class Reader:
    PLAIN, QUOTED, AFTER = range(3)

    def __init__(self):
        self.state = self.PLAIN
        self.cell = []
        self.cells = []

    def feed(self, ch):
        if self.state == self.QUOTED:
            if ch == "'":
                self.state = self.AFTER
            else:
                self.cell.append(ch)
        elif ch == "'":
            if self.state == self.AFTER:
                self.cell.append("'")
            self.state = self.QUOTED
        elif ch in ";/":
            self.cells.append("".join(self.cell))
            self.cell = []
            self.state = self.PLAIN
        else:
            self.cell.append(ch)


def main():
    header = sys.stdin.readline()
    columns = int(header.split()[1])
    reader = Reader()
    for line in sys.stdin:
        for ch in line.strip():
            reader.feed(ch)
    print(len(reader.cells) // columns)
    for j in range(columns):
        column = reader.cells[j::columns]
        ordered = sorted(set(column), key=lambda x: (-column.count(x), -len(x), x))
        print(len(ordered), max(len(x) for x in column), "[%s]" % ordered[0])


main()
