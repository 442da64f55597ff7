import sys
from heapq import heappop, heappush


def main():
    lines = sys.stdin.read().split("\n")
    n = int(lines[0])
    jobs = {}
    heap = []
    out = []
    free = printed = finish = waiting = most = 0

    i = 1
    clock = 0
    while i <= n or waiting:
        # the next moment at which something happens
        if waiting and (i > n or free <= int(lines[i][: lines[i].index(" ")])):
            clock = max(clock, free)
        else:
            clock = int(lines[i][: lines[i].index(" ")])
        start = str(clock) + " "
        while i <= n and lines[i].startswith(start):
            p = lines[i].split()
            name = p[2]
            if p[1] == "send":
                job = [int(p[4]), int(p[3]), i, clock, True]
                jobs[name] = job
                waiting += 1
                heappush(heap, (-job[0], job[1], i, name))
            else:
                job = jobs[name]
                if not job[4]:
                    out.append("late " + name)
                elif p[1] == "cancel":
                    job[4] = False
                    waiting -= 1
                else:
                    job[0] += 1
                    heappush(heap, (-job[0], job[1], job[2], name))
            i += 1
        if waiting and free <= clock:
            while True:
                prio, pages, _, name = heappop(heap)
                job = jobs[name]
                if job[4] and job[0] == -prio:
                    break
            job[4] = False
            waiting -= 1
            printed += 1
            free = finish = clock + pages
            out.append(f"{clock} {name} {clock - job[3]}")
        if waiting > most:
            most = waiting
    out.append(f"{printed} {finish} {most}")
    print("\n".join(out))


main()
