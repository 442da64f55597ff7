import sys


class Gauge:
    """Counts how often each value is in the window."""

    def __init__(self, size):
        self.size = size
        self.counts = {}
        self.window = []

    def add(self, value):
        self.window.append(value)
        self.counts[value] = self.counts.get(value, 0) + 1
        if len(self.window) > self.size:
            gone = self.window.pop(0)
            self.counts[gone] -= 1

    def ready(self):
        return len(self.window) == self.size

    def median(self):
        seen = 0
        for value in sorted(self.counts):
            seen += self.counts[value]
            if seen > self.size // 2:
                return value


def main():
    numbers = [int(t) for t in sys.stdin.read().split()]
    n, k, d = numbers[0], numbers[1], numbers[2]
    gauge = Gauge(k)
    alarms = calm = 0
    levels = {}
    rows = {}
    for hour, value in enumerate(numbers[3:], 1):
        gauge.add(value)
        if not gauge.ready():
            continue
        levels[hour] = gauge.median()
        alarms += abs(value - levels[hour]) > d
        rows[hour] = 1
        if hour > k:
            calm += levels[hour] == levels[hour - 1]
            if levels[hour] >= levels[hour - 1]:
                rows[hour] += rows[hour - 1]
    print(alarms, calm)
    high = max(levels, key=lambda h: (levels[h], -h))
    low = min(levels, key=lambda h: (levels[h], h))
    print(levels[high], high, levels[low], low)
    end = max(rows, key=lambda h: (rows[h], -h))
    print(rows[end], end)


main()
