import sys


class Election:
    def __init__(self, names, ballots):
        self.names = names
        self.ballots = ballots
        self.left = list(range(1, len(names) + 1))
        self.history = []

    def votes(self, candidate):
        return len([b for b in self.ballots if b and b[0] == candidate])

    def drop(self, candidate):
        self.left.remove(candidate)
        for b in self.ballots:
            if candidate in b:
                b.remove(candidate)

    def round(self):
        counting = len([b for b in self.ballots if b])
        for k in self.left:
            if self.votes(k) * 2 > counting or len(self.left) == 1:
                print("wins", self.names[k - 1], self.votes(k), len(self.ballots) - counting)
                return False
        now = {k: self.votes(k) for k in self.left}
        self.history.insert(0, now)
        loser = min(self.left, key=lambda k: ([h[k] for h in self.history], -k))
        print("out", self.names[loser - 1], now[loser])
        self.drop(loser)
        return True


def main():
    lines = sys.stdin.read().splitlines()
    c, n = map(int, lines[0].split())
    election = Election(lines[1].split(), [[int(x) for x in line.split()] for line in lines[2 : n + 2]])
    while election.round():
        pass


main()
