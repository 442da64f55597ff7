import sys

SIZES = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class Calendar:
    def __init__(self, closed):
        self.closed = set(closed)

    @staticmethod
    def following(day):
        y, m, d = day
        size = 29 if m == 2 and y % 4 == 0 else SIZES[m - 1]
        if d < size:
            return y, m, d + 1
        if m < 12:
            return y, m + 1, 1
        return y + 1, 1, 1

    @staticmethod
    def weekday(day):
        y, m, d = day
        total = (y - 2001) * 365 + (y - 2001) // 4 + sum(SIZES[: m - 1]) + d - 1
        if m > 2 and y % 4 == 0:
            total += 1
        return total % 7

    def working(self, day):
        return self.weekday(day) < 5 and day not in self.closed


def parse(text):
    return tuple(int(x) for x in text.split("-"))


lines = sys.stdin.read().splitlines()
n, q = map(int, lines[0].split())
cal = Calendar([parse(x) for x in lines[1 : n + 1]])
for line in lines[n + 1 :]:
    what, first, second = line.split()
    day = parse(first)
    if what == "due":
        k = int(second)
        while k:
            day = cal.following(day)
            k -= cal.working(day)
        print("%d-%02d-%02d" % day)
    else:
        end = parse(second)
        found = 0
        while day <= end:
            found += cal.working(day)
            day = cal.following(day)
        print(found)
