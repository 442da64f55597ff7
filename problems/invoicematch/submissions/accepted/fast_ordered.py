# dicts keep their order, so the first keys are the oldest bills
import itertools

n = int(input())
cafes = {}
shelf = {}
for _ in range(n):
    kind, *rest = input().split()
    if kind == "bill":
        number, cafe, cents = rest
        cents = int(cents)
        cafes.setdefault(cafe, {})[number] = cents
        shelf.setdefault((cafe, cents), {})[number] = True
    else:
        cafe, cents = rest[0], int(rest[1])
        same = shelf.get((cafe, cents))
        if same:
            number = next(iter(same))
            del same[number]
            del cafes[cafe][number]
            print(number)
        else:
            first = list(itertools.islice(cafes.get(cafe, {}).items(), 2))
            if len(first) == 2 and first[0][1] + first[1][1] == cents:
                for number, c in first:
                    del cafes[cafe][number]
                    del shelf[cafe, c][number]
                print(first[0][0], first[1][0])
            else:
                print("aside")
print("open", sum(map(len, cafes.values())), sum(sum(b.values()) for b in cafes.values()))
