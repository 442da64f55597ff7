import sys


class Bus:
    def __init__(self, seats):
        self.seats = seats
        self.empty()

    def empty(self):
        self.free = self.seats
        self.groups = []


class Fair:
    def __init__(self, seats):
        self.buses = [Bus(s) for s in seats]
        self.walkers = 0

    def on(self, group, size):
        for bus in self.buses:
            if bus.free >= size:
                bus.free -= size
                bus.groups.append((group, size))
                return self.buses.index(bus) + 1
        self.walkers += size
        return "walk"

    def off(self, group):
        for bus in self.buses:
            names = [g for g, s in bus.groups]
            if group in names:
                bus.free += bus.groups.pop(names.index(group))[1]
                return bus.free
        return "gone"

    def go(self, number):
        bus = self.buses[number - 1]
        text = f"{len(bus.groups)} {bus.seats - bus.free}"
        bus.empty()
        return text


lines = sys.stdin.read().splitlines()
fair = Fair([int(s) for s in lines[1].split()])
for line in lines[2:]:
    kind, *rest = line.split()
    if kind == "on":
        print(rest[0], fair.on(rest[0], int(rest[1])))
    elif kind == "off":
        print(rest[0], fair.off(rest[0]))
    else:
        print(fair.go(int(rest[0])))
print(sum(bus.seats - bus.free for bus in fair.buses), fair.walkers)
