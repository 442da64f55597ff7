import sys

class Lot:
    def __init__(self, item, count, price):
        self.item = item
        self.count = count
        self.price = price

lots = []

def sell(item, count):
    available = 0
    for lot in lots:
        if lot.item == item:
            available += lot.count
    if available < count:
        return "short " + str(count - available)
    cost = 0
    for lot in lots:
        if lot.item == item:
            take = min(lot.count, count)
            lot.count -= take
            count -= take
            cost += take * lot.price
    return str(cost)

text = ""
for line in sys.stdin.readlines()[1:]:
    parts = line.split()
    if parts[0] == "in":
        lots.append(Lot(parts[1], int(parts[2]), int(parts[3])))
    else:
        text += sell(parts[1], int(parts[2])) + "\n"
print(text + "rest", sum(lot.count for lot in lots), sum(lot.count * lot.price for lot in lots))
