# near miss: wrong order; the orders are gone through by their latest start d - p instead of by their deadline d
import sys
from heapq import heappush, heappushpop

data = [int(x) for x in sys.stdin.read().split()]
orders = []
for i in range(1, len(data), 2):
    hours, due = data[i], data[i + 1]
    if hours <= due:
        # the later it may be started, the less urgent it is
        orders.append((due - hours, hours))
orders.sort()

kept = []
clock = 0
for slack, hours in orders:
    if clock <= slack:
        heappush(kept, -hours)
        clock += hours
    else:
        clock += hours + heappushpop(kept, -hours)
print(len(kept), clock)
