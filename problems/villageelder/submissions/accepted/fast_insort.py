# keeps the people of the village in order of birth; dates written this way sort as text
from bisect import bisect_left, insort

order = []
birthday = {}
for _ in range(int(input())):
    today, what, *rest = input().split()
    if what == "elder":
        if not order:
            print("nobody")
            continue
        born, name = order[0].split()
        years = int(today[:4]) - int(born[:4])
        if today[4:] < born[4:]:
            years -= 1
        print(name, years)
    elif what in ("born", "came"):
        name = rest[0]
        birthday[name] = rest[-1] if what == "came" else today
        insort(order, birthday[name] + " " + name)
    else:
        name = rest[0]
        del order[bisect_left(order, birthday[name] + " " + name)]
