import random

seed, n, cafes, amounts, pays = map(int, input().split())
rng = random.Random(seed)
names = ["nora", "otto", "bean", "corner", "elm", "kiosk", "lune", "mill", "river", "steam", "tivoli", "wharf"]
rng.shuffle(names)
names = names[:cafes]
numbers = rng.sample(range(1, 10000), n)
values = [rng.randint(1, 2000) * 50 for _ in range(amounts)]
if amounts == 1:
    values = [100000]
unpaid = {name: [] for name in names}
print(n)
for i in range(n):
    cafe = rng.choice(names)
    bills = unpaid[cafe]
    if rng.randint(1, 100) <= pays:
        amount = rng.choice(values)
        if len(bills) > 1 and rng.randint(1, 4) == 1:
            amount = min(100000, bills[0] + bills[1])
        print("paid", cafe, amount)
        if amount in bills:
            bills.remove(amount)
        elif sum(bills[:2]) == amount:
            del bills[:2]
    else:
        amount = rng.choice(values)
        bills.append(amount)
        print("bill", numbers[i], cafe, amount)
