# near miss: lost duplicates; lots of one item with the same price are kept as one lot, at the place of the oldest of them
import sys

def main():
    lines = sys.stdin.read().splitlines()
    store = {}
    stock = {}
    out = []
    for line in lines[1:int(lines[0]) + 1]:
        w = line.split()
        item, count = w[1], int(w[2])
        lots = store.setdefault(item, {})
        have = stock.get(item, 0)
        if w[0] == "in":
            price = int(w[3])
            lots[price] = lots.get(price, 0) + count
            stock[item] = have + count
        elif have < count:
            out.append(f"short {count - have}")
        else:
            stock[item] = have - count
            cost = 0
            while count:
                price = next(iter(lots))
                take = min(count, lots[price])
                cost += take * price
                count -= take
                if take == lots[price]:
                    del lots[price]
                else:
                    lots[price] -= take
            out.append(str(cost))
    value = sum(p * c for lots in store.values() for p, c in lots.items())
    out.append(f"rest {sum(stock.values())} {value}")
    print("\n".join(out))

main()
