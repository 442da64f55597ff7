# near miss: edge case; people born on 29 February become a year older on 28 February of other years
import sys
from datetime import date
from heapq import heappush, heappop


def age(born, today):
    try:
        birthday = born.replace(year=today.year)
    except ValueError:
        birthday = date(today.year, 2, 28)
    return today.year - born.year - (1 if today < birthday else 0)


def main():
    rows = sys.stdin.read().splitlines()
    people = []
    away = set()
    for row in rows[1:int(rows[0]) + 1]:
        day, what, *rest = row.split()
        if what in ("born", "came"):
            heappush(people, ((rest + [day])[1], rest[0]))
        elif what in ("left", "died"):
            away.add(rest[0])
        else:
            while people and people[0][1] in away:
                heappop(people)
            if not people:
                print("nobody")
                continue
            born, name = people[0]
            print(name, age(date.fromisoformat(born), date.fromisoformat(day)))


main()
