# the waiting line is kept sorted, the best job at its end
from bisect import bisect_left, insort

line = []          # (priority, -pages, -number, name)
entry = {}
sent = {}
busy_until = 0
count = 0
longest = 0


def take(second):
    global busy_until, count
    best = line.pop()
    del entry[best[3]]
    print(second, best[3], second - sent[best[3]])
    busy_until = second - best[1]
    count += 1


n = int(input())
orders = {}
for number in range(n):
    words = input().split()
    orders.setdefault(int(words[0]), []).append((number, words))
for second in orders:
    while line and busy_until < second:
        take(busy_until)
        longest = max(longest, len(line))
    for number, words in orders[second]:
        name = words[2]
        if words[1] == "send":
            entry[name] = (int(words[4]), -int(words[3]), -number, name)
            sent[name] = second
            insort(line, entry[name])
        elif name not in entry:
            print("late", name)
        else:
            old = entry.pop(name)
            del line[bisect_left(line, old)]
            if words[1] == "raise":
                entry[name] = (old[0] + 1,) + old[1:]
                insort(line, entry[name])
    if line and busy_until <= second:
        take(second)
    longest = max(longest, len(line))
while line:
    take(busy_until)
print(count, busy_until, longest)
