import sys


class Tape:
    def __init__(self, repeat, limit):
        self.repeat = repeat
        self.limit = limit

    def allowed(self, stretch):
        if sum(song[1] for song in stretch) > self.limit:
            return False
        # earlier songs of the stretch are fine already
        artists = [song[0] for song in stretch]
        return artists.count(artists[-1]) <= self.repeat


def seconds(text):
    minutes, rest = text.split(":")
    return int(minutes) * 60 + int(rest)


def main():
    lines = [line.split() for line in sys.stdin.read().splitlines()]
    n = int(lines[0][0])
    log = [(a, seconds(t)) for a, t in lines[1 : n + 1]]
    for r, s in lines[n + 1 :]:
        tape = Tape(int(r), int(s))
        stretch = []
        best = (0, 0)
        start = None
        for i, song in enumerate(log):
            stretch.append(song)
            while stretch and not tape.allowed(stretch):
                stretch = stretch[1:]
            value = (len(stretch), sum(t for a, t in stretch))
            if value > best:
                best = value
                start = i - len(stretch) + 2
        if start is None:
            print("no tape")
        else:
            t = best[1]
            print(best[0], start, "%d:%02d:%02d" % (t // 3600, t // 60 % 60, t % 60))


main()
