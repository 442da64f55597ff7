# near miss: wrong order; chores put off are merged with the new ones by list position, not by the day they became due
import sys
from heapq import heappush, heappop


def main():
    tok = sys.stdin.read().split()
    n, m, q = int(tok[0]), int(tok[1]), int(tok[2])
    word, step = [], []
    calendar = [[] for _ in range(366)]
    p = 3
    for i in range(n):
        word.append(tok[p])
        calendar[int(tok[p + 1])].append(i)
        step.append(int(tok[p + 2]))
        p += 3
    asked = set(map(int, tok[p:p + q]))
    since = [0] * n
    ready = []
    late = worst = 0
    out = []
    for day in range(1, 366):
        for i in calendar[day]:
            since[i] = day
            heappush(ready, i)
        done = []
        while ready and len(done) < m:
            i = heappop(ready)
            done.append(i)
            wait = day - since[i]
            if wait:
                late += 1
                worst = max(worst, wait)
            nxt = day + step[i]
            if nxt < 366:
                calendar[nxt].append(i)
        if day in asked:
            out.append(f"{day} " + (" ".join(word[i] for i in done) or "rest"))
    out.append(f"{late} {worst}")
    print("\n".join(out))


main()
