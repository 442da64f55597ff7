"""Simulate an inventory with deliveries, sales and questions."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Stock book",
    statement="The lines of $t$ are handled in order. 'add' and 'take' with an article and an amount raise or lower the stock of this article, which is 0 at first; a 'take' of more than there is empties the stock. 'show' with an article and the amount 0 asks for its stock.",
    inputs=(Lines("t", "add, take or show, ARTICLE, AMOUNT"),),
    output=Ints("shown", -1),
    output_text="the answers to the 'show' lines in order, or a single -1 if there is none",
    tags=("records", "simulation", "hashing"),
    difficulty=900,
    sizes=(6, 30, 360),
)


def generate(rng, size):
    stock = ["".join(rng.choice("abcdefgh") for _ in range(rng.randint(1, 4))) for _ in range(rng.choice([2, size // 4 + 1]))]
    lines = []
    shows = rng.choice([0.0, 0.4, 0.5, 0.6])
    if size > 100:
        shows = 0.6
    for _ in range(size):
        if rng.random() < shows:
            lines.append(f"show {rng.choice(stock)} 0")
        else:
            lines.append(f"{rng.choice(['add', 'add', 'take'])} {rng.choice(stock)} {rng.randint(1, 99)}")
    return (lines,)


def replay_for_each_question(t):
    shown = []
    for i in range(len(t)):
        if t[i].startswith("show"):
            wanted = t[i].split()[1]
            amount = 0
            for j in range(i):
                action, article, number = t[j].split()
                if article == wanted:
                    if action == "add":
                        amount += int(number)
                    elif action == "take":
                        amount -= int(number)
                        if amount < 0:
                            amount = 0
            shown.append(amount)
    return shown or [-1]


def list_of_shelves(lines):
    shelves = []
    answers = []
    for line in lines:
        what, name, count = line.split()
        shelf = None
        for s in shelves:
            if s[0] == name:
                shelf = s
        if shelf is None:
            shelf = [name, 0]
            shelves.append(shelf)
        if what == "add":
            shelf[1] = shelf[1] + int(count)
        elif what == "take":
            shelf[1] = max(0, shelf[1] - int(count))
        else:
            answers.append(shelf[1])
    if not answers:
        answers = [-1]
    return answers


def one_dictionary(t):
    stock = {}
    out = []
    for line in t:
        action, article, amount = line.split()
        have = stock.get(article, 0)
        if action == "show":
            out.append(have)
        elif action == "add":
            stock[article] = have + int(amount)
        else:
            stock[article] = max(have - int(amount), 0)
    return out if out else [-1]


def counter_book(t):
    from collections import Counter

    book = Counter()
    said = []
    for verb, thing, number in map(str.split, t):
        if verb == "add":
            book[thing] += int(number)
        elif verb == "take":
            book[thing] -= min(book[thing], int(number))
        else:
            said.append(book[thing])
    return said or [-1]


WAYS = (replay_for_each_question, list_of_shelves, (one_dictionary, counter_book))
