import re
import sys


class Tape:
    def __init__(self, code):
        self.runs = re.findall("[0-9]+[a-z]", code)

    def parts(self):
        start = 1
        for run in self.runs:
            size = int(run[:-1])
            yield start, start + size - 1, run[-1]
            start += size

    def at(self, i):
        return [c for a, b, c in self.parts() if a <= i <= b][0]

    def count(self, colour, i, j):
        return sum(max(0, min(b, j) - max(a, i) + 1) for a, b, c in self.parts() if c == colour)

    def kth(self, colour, k):
        for a, b, c in self.parts():
            if c == colour:
                if k <= b - a + 1:
                    return a + k - 1
                k -= b - a + 1
        return "no"


rows = sys.stdin.read().splitlines()
tape = Tape(rows[1])
for row in rows[2:]:
    word, *rest = row.split()
    if word == "at":
        print(tape.at(int(rest[0])))
    elif word == "count":
        print(tape.count(rest[0], int(rest[1]), int(rest[2])))
    else:
        print(tape.kth(rest[0], int(rest[1])))
