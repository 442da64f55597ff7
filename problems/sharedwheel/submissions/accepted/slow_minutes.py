class Pupil:
    def __init__(self, number, come, need):
        self.number = number
        self.come = come
        self.need = need
        self.finished = -1


def main():
    n, t = map(int, input().split())
    pupils = []
    for i in range(n):
        come, need = map(int, input().split())
        pupils.append(Pupil(i, come, need))
    outside = pupils[:]
    queue = []
    worker = None
    turn = 0
    minute = 0
    most = 0
    while any(p.finished < 0 for p in pupils):
        while outside and outside[0].come == minute:
            queue.append(outside.pop(0))
        if worker is not None and (worker.need == 0 or turn == t):
            if worker.need == 0:
                worker.finished = minute
            else:
                queue.append(worker)
            worker = None
        if worker is None and queue:
            most = max(most, len(queue))
            worker = queue.pop(0)
            turn = 0
        if worker is not None:
            worker.need -= 1
            turn += 1
        minute += 1
    for p in pupils:
        print(p.finished)
    print(most)


main()
