import sys


class Step:
    def __init__(self, line):
        words = line.split()
        self.name = words[0]
        self.minutes = int(words[1])
        self.needs = words[3:]
        self.since = 0 if not self.needs else None


def main():
    lines = sys.stdin.read().splitlines()
    steps = [Step(line) for line in lines[1:]]
    clock = 0
    while True:
        possible = [s for s in steps if not s.needs]
        if not possible:
            break
        possible.sort(key=lambda s: (-s.since, s.minutes, s.name))
        step = possible[0]
        print(clock, step.name)
        clock += step.minutes
        steps.remove(step)
        for s in steps:
            if step.name in s.needs:
                s.needs.remove(step.name)
                if not s.needs:
                    s.since = clock
    if steps:
        print("stuck", len(steps))
    else:
        print("ready", clock)


main()
