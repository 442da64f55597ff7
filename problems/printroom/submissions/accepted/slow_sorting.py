import sys


class Job:
    def __init__(self, name, pages, priority, second):
        self.name = name
        self.pages = pages
        self.priority = priority
        self.second = second


class Printer:
    def __init__(self):
        self.waiting = []
        self.free = 0
        self.done = 0
        self.most = 0

    def take(self, now):
        self.waiting.sort(key=lambda job: (-job.priority, job.pages))
        job = self.waiting.pop(0)
        print(now, job.name, now - job.second)
        self.free = now + job.pages
        self.done += 1

    def run_until(self, now):
        while self.waiting and self.free < now:
            self.take(self.free)
            self.most = max(self.most, len(self.waiting))


def main():
    lines = [line.split() for line in sys.stdin.readlines()[1:]]
    printer = Printer()
    number = 0
    for i, (second, what, name, *rest) in enumerate(lines):
        now = int(second)
        if i == 0 or lines[i - 1][0] != second:
            printer.run_until(now)
        if what == "send":
            printer.waiting.append(Job(name, int(rest[0]), int(rest[1]), now))
            printer.waiting[-1].number = i
            printer.waiting.sort(key=lambda job: job.number)
        else:
            names = [job.name for job in printer.waiting]
            if name not in names:
                print("late", name)
            elif what == "cancel":
                del printer.waiting[names.index(name)]
            else:
                printer.waiting[names.index(name)].priority += 1
        printer.waiting.sort(key=lambda job: job.number)
        if i + 1 == len(lines) or lines[i + 1][0] != second:
            if printer.waiting and printer.free <= now:
                printer.take(now)
            printer.most = max(printer.most, len(printer.waiting))
    while printer.waiting:
        printer.waiting.sort(key=lambda job: job.number)
        printer.take(printer.free)
    print(printer.done, printer.free, printer.most)


main()
