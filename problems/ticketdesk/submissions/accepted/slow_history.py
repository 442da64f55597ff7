import sys


class Desk:
    def __init__(self, number, limit, pause):
        self.number = number
        self.limit = limit
        self.pause = pause
        self.visits = []

    def total(self):
        return sum(work for start, work in self.visits)

    def free_from(self):
        """The minute from which the desk is free, found from its visits."""
        end = 0
        done = 0
        for start, work in self.visits:
            end = start + work
            if done < self.limit and done + work >= self.limit:
                end += self.pause
            done += work
        return end


def main():
    lines = sys.stdin.read().splitlines()
    n, d, b = map(int, lines[0].split())
    desks = [Desk(i + 1, int(x), b) for i, x in enumerate(lines[1].split())]
    now = 0
    waits = []
    for line in lines[2 : n + 2]:
        name, come, work = line.split()
        now = max(now, int(come))
        now = max(now, min(desk.free_from() for desk in desks))
        desk = [x for x in desks if x.free_from() <= now][0]
        desk.visits.append((now, int(work)))
        print(name, desk.number, now)
        waits.append((int(come) - now, len(waits), name))
    wait, _, name = min(waits)
    most = max(desk.total() for desk in desks)
    print(-wait, name, [desk.number for desk in desks if desk.total() == most][0])


main()
