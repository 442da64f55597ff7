# near miss: tie-break; a raised job is lined up again as if it had been sent only then, behind equal jobs that were sent later
import sys
from heapq import heappush, heappop


def main():
    rows = [r.split() for r in sys.stdin.read().splitlines()]
    n = int(rows[0][0])
    heap = []
    live = {}       # name -> its valid heap entry
    sent = {}
    out = []
    free = done = most = 0

    def start(second):
        nonlocal free, done
        while True:
            job = heappop(heap)
            if live.get(job[3]) is job:
                break
        name = job[3]
        del live[name]
        out.append(f"{second} {name} {second - sent[name]}")
        free = second + job[1]
        done += 1

    i = 1
    while i <= n:
        t = int(rows[i][0])
        while live and free < t:
            start(free)
        while i <= n and int(rows[i][0]) == t:
            row = rows[i]
            what, name = row[1], row[2]
            if what == "send":
                sent[name] = t
                live[name] = (-int(row[4]), int(row[3]), i, name)
                heappush(heap, live[name])
            elif name not in live:
                out.append("late " + name)
            elif what == "cancel":
                del live[name]
            else:
                old = live[name]
                live[name] = (old[0] - 1, old[1], i, name)
                heappush(heap, live[name])
            i += 1
        if live and free <= t:
            start(t)
        most = max(most, len(live))
    while live:
        start(free)
    out.append(f"{done} {free} {most}")
    print("\n".join(out))


main()
