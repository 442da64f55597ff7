import sys


class Sensor:
    def __init__(self, line, low, high):
        self.name, *texts = line.split()
        self.good = []
        self.size = len(texts)
        for minute, text in enumerate(texts):
            if text != "?" and low <= int(text) <= high:
                self.good.append((minute, int(text)))

    def value(self, minute):
        before = [g for g in self.good if g[0] <= minute]
        behind = [g for g in self.good if g[0] >= minute]
        if not before:
            return behind[0][1]
        if not behind:
            return before[-1][1]
        i, a = before[-1]
        k, c = behind[0]
        if i == k:
            return a
        return a + (c - a) * (minute - i) // (k - i)

    def cleaned(self):
        return [self.value(m) for m in range(self.size)]

    def longest(self):
        marks = [-1] + [m for m, v in self.good] + [self.size]
        return max(b - a - 1 for a, b in zip(marks, marks[1:]))


def main():
    head, *lines = sys.stdin.read().splitlines()
    s, n, low, high = map(int, head.split())
    tables = []
    for line in lines[:s]:
        sensor = Sensor(line, low, high)
        if not sensor.good:
            print(sensor.name, "broken")
        else:
            v = sensor.cleaned()
            tables.append(v)
            print(sensor.name, n - len(sensor.good), sensor.longest(), min(v), max(v), sum(v))
    if not tables:
        print("mean none")
    else:
        print("mean", *[sum(t[m] for t in tables) // len(tables) for m in range(n)])


main()
