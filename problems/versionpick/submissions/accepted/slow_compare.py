import sys


class Version:
    def __init__(self, text):
        self.text = text
        body, *mark = text.split("-rc")
        self.numbers = [int(x) for x in body.split(".")]
        self.mark = int(mark[0]) if mark else None

    def get(self, i):
        return self.numbers[i] if i < len(self.numbers) else 0

    def less(self, other):
        for i in range(4):
            if self.get(i) != other.get(i):
                return self.get(i) < other.get(i)
        if self.mark is None:
            return False
        return other.mark is None or self.mark < other.mark


def newest(versions):
    best = versions[0]
    for v in versions[1:]:
        if best.less(v):
            best = v
    return best


def main():
    lines = sys.stdin.read().splitlines()
    n, q = map(int, lines[0].split())
    index = []
    for line in lines[1 : n + 1]:
        name, text = line.split()
        index.append((name, Version(text)))
    for line in lines[n + 1 : n + q + 1]:
        name, low, high = line.split()
        low, high = Version(low), Version(high)
        fitting = [v for lib, v in index if lib == name and not v.less(low) and v.less(high)]
        real = [v for v in fitting if v.mark is None]
        if real:
            print(newest(real).text, len(fitting))
        elif fitting:
            print(newest(fitting).text, len(fitting))
        else:
            print("none")


main()
