import sys


class Chore:
    def __init__(self, place, name, due, every):
        self.place = place
        self.name = name
        self.due = int(due)
        self.every = int(every)

    def key(self):
        return (self.due, self.place)


def next_chore(chores, day):
    ready = [c for c in chores if c.due <= day]
    return min(ready, key=Chore.key) if ready else None


def main():
    lines = sys.stdin.read().splitlines()
    n, m, q = map(int, lines[0].split())
    chores = [Chore(i, *lines[i].split()) for i in range(1, n + 1)]
    asked = lines[n + 1].split()
    delays = []
    for day in range(1, 366):
        done = []
        while len(done) < m:
            chore = next_chore(chores, day)
            if chore is None:
                break
            if day > chore.due:
                delays.append(day - chore.due)
            chore.due = day + chore.every
            done.append(chore.name)
        if str(day) in asked:
            print(day, *(done if done else ["rest"]))
    print(len(delays), max(delays) if delays else 0)


main()
