import sys


class Letters:
    def __init__(self):
        self.names = []
        self.texts = []

    def define(self, line):
        name, text = line.split("=", 1)
        self.names.append(name)
        self.texts.append(text)

    def full(self, name):
        text = self.texts[self.names.index(name)]
        while "{" in text:
            for other, inner in zip(self.names, self.texts):
                text = text.replace("{" + other + "}", inner)
        return text


book = Letters()
n, q = map(int, sys.stdin.readline().split())
for i in range(n):
    book.define(sys.stdin.readline().rstrip("\n"))
for i in range(q):
    name, a, b = sys.stdin.readline().split()
    text = book.full(name)
    print("%d [%s]" % (len(text), text[int(a) - 1:int(b)]))
