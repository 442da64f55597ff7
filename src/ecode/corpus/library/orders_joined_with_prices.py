"""Join two lists of records by name and sum the products."""

from ecode.corpus.kernel import Int, Kernel, Lines

KERNEL = Kernel(
    title="Orders and prices",
    statement="Each line of $p$ holds an article and its price; a later line for the same article replaces its price. Each line of $t$ holds an article and an amount. With the final prices find the sum of amount times price over all lines of $t$ whose article has a price, plus 1 for every line whose article has none.",
    inputs=(Lines("p", "ARTICLE PRICE"), Lines("t", "ARTICLE AMOUNT")),
    output=Int("value", 0, 10**12),
    output_text="this sum",
    tags=("records", "joins", "hashing"),
    difficulty=900,
    sizes=(4, 25, 240),
)


def generate(rng, size):
    stock = ["".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(2, 6))) for _ in range(size + 1)]
    known = stock[: rng.randint(1, len(stock))] if rng.random() < 0.3 else stock[: max(1, size * 4 // 5)]
    prices = [f"{rng.choice(known)} {rng.randint(1, 500)}" for _ in range(size)]
    orders = [f"{rng.choice(stock)} {rng.randint(0, 50)}" for _ in range(rng.randint(size, size + size // 3))]
    return prices, orders


def nested_reading(p, t):
    value = 0
    for order in t:
        price = None
        for line in p:
            if line.split()[0] == order.split()[0]:
                price = int(line.split()[1])
        if price is None:
            value += 1
        else:
            value += price * int(order.split()[1])
    return value


def newest_price_first(prices, orders):
    pairs = []
    for line in prices:
        name, price = line.split()
        pairs.insert(0, (name, int(price)))
    total = 0
    for line in orders:
        name, amount = line.split()
        for article, price in pairs:
            if article == name:
                total += int(amount) * price
                break
        else:
            total += 1
    return total


def price_dictionary(p, t):
    price = {}
    for line in p:
        name, value = line.split()
        price[name] = int(value)
    total = 0
    for line in t:
        name, amount = line.split()
        if name in price:
            total += price[name] * int(amount)
        else:
            total += 1
    return total


def merge_two_sorted_lists(p, t):
    # both lists by name; of equal names in p the last one counts
    cards = sorted((line.split()[0], i, int(line.split()[1])) for i, line in enumerate(p))
    orders = sorted(line.split() for line in t)
    i, n = 0, len(cards)
    total = 0
    for name, amount in orders:
        while i < n and cards[i][0] < name or i + 1 < n and cards[i + 1][0] == name:
            i += 1
        if i < n and cards[i][0] == name:
            total += cards[i][2] * int(amount)
        else:
            total += 1
    return total


WAYS = (nested_reading, newest_price_first, (price_dictionary, merge_two_sorted_lists))
