import sys


class Hall:
    def __init__(self):
        self.days = {}

    def day(self, d):
        if d not in self.days:
            self.days[d] = [0] * 1440
        return self.days[d]

    def book(self, d, a, b, number):
        for t in range(a, b):
            self.day(d)[t] = number

    def free(self, d, a, b):
        return b <= 1440 and all(self.day(d)[t] == 0 for t in range(a, b))

    def first_in_way(self, d, a, b):
        for t in range(a, b):
            if self.day(d)[t] != 0:
                return self.day(d)[t]


def main():
    hall = Hall()
    granted = {}
    rows = sys.stdin.read().splitlines()[1:]
    for number, row in enumerate(rows, 1):
        kind, *rest = row.split()
        if kind == "back":
            d, a, b = granted.pop(int(rest[0]))
            hall.book(d, a, b, 0)
            continue
        d = int(rest[0])
        a, b = (int(x.split(":")[0]) * 60 + int(x.split(":")[1]) for x in rest[1:])
        if hall.free(d, a, b):
            hall.book(d, a, b, number)
            granted[number] = (d, a, b)
            print("yes")
        else:
            proposal = "-"
            for t in range(a, 1440):
                if hall.free(d, t, t + b - a):
                    proposal = f"{t // 60:02}:{t % 60:02}"
                    break
            print("no", hall.first_in_way(d, a, b), proposal)
    print(len(granted), sum(b - a for d, a, b in granted.values()))


main()
