import sys


class Member:
    def __init__(self, zone, first, stop):
        self.offset = self.parse(zone[1:]) * (1 if zone[0] == "+" else -1)
        self.first = self.parse(first)
        self.stop = self.parse(stop)
        if self.stop < self.first:
            self.stop += 1440

    @staticmethod
    def parse(text):
        hours, minutes = text.split(":")
        return 60 * int(hours) + int(minutes)


def main():
    lines = [line.split() for line in sys.stdin]
    n = int(lines[0][0])
    members = [Member(*line) for line in lines[1 : n + 1]]
    for m in lines[n + 1]:
        counts = {}
        for member in members:
            # write down every possible start
            for local in range(member.first, member.stop - int(m) + 1):
                t = (local - member.offset) % 1440
                counts[t] = counts.get(t, 0) + 1
        if not counts:
            print("never")
            continue
        best = max(counts.values())
        t = min(t for t in counts if counts[t] == best)
        print("%02d:%02d %d" % (t // 60, t % 60, best))


main()
