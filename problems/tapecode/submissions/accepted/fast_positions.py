# writes the tape out once and keeps the positions of each colour
from bisect import bisect_left, bisect_right

n, q = map(int, input().split())
number = 0
tape = []
where = {}
for ch in input():
    if ch.isdigit():
        number = number * 10 + int(ch)
    else:
        start = len(tape) + 1
        tape += [ch] * number
        if ch not in where:
            where[ch] = []
        where[ch] += range(start, start + number)
        number = 0
for _ in range(q):
    what, *args = input().split()
    if what == "at":
        print(tape[int(args[0]) - 1])
        continue
    mine = where.get(args[0], [])
    if what == "kth":
        k = int(args[1])
        print(mine[k - 1] if k <= len(mine) else "no")
    else:
        print(bisect_right(mine, int(args[2])) - bisect_left(mine, int(args[1])))
