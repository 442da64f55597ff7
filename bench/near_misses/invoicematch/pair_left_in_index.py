# near miss: edge case; bills settled as a pair stay in the index by amount and can be settled once more
import sys
from collections import deque


def main():
    rows = sys.stdin.read().splitlines()
    exact = {}
    queue = {}
    gone = set()
    count = money = 0
    for row in rows[1:int(rows[0]) + 1]:
        f = row.split()
        if f[0] == "bill":
            no, cafe, cents = f[1], f[2], int(f[3])
            exact.setdefault((cafe, cents), deque()).append(no)
            queue.setdefault(cafe, deque()).append((no, cents))
            count += 1
            money += cents
        else:
            cafe, cents = f[1], int(f[2])
            same = exact.get((cafe, cents))
            if same:
                no = same.popleft()
                gone.add(no)
                print(no)
                count -= 1
                money -= cents
                continue
            mine = queue.get(cafe, ())
            while mine and mine[0][0] in gone:
                mine.popleft()
            # drop settled bills behind the oldest one too
            while len(mine) > 1 and mine[1][0] in gone:
                del mine[1]
            if len(mine) > 1 and mine[0][1] + mine[1][1] == cents:
                print(mine.popleft()[0], mine.popleft()[0])
                count -= 2
                money -= cents
            else:
                print("aside")
    print("open", count, money)


main()
