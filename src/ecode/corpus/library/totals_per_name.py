"""Sum amounts per name and rank the names."""

from ecode.corpus.kernel import Kernel, Lines, Strs

KERNEL = Kernel(
    title="Totals per name",
    statement="Each line of $t$ holds a name and an amount from -1000 to 1000. Find the sum of the amounts for each name and sort the names by their sums, the largest first, equal sums by name.",
    inputs=(Lines("t", "NAME AMOUNT"),),
    output=Strs("names", "abcdefghijklmnopqrstuvwxyz=-0123456789"),
    output_text="the names in this order, each as 'name=sum'",
    tags=("records", "grouping", "sorting"),
    difficulty=900,
    sizes=(5, 30, 420),
)


def generate(rng, size):
    kinds = rng.choice([1, max(1, size // 5), size]) if size < 100 else rng.choice([size // 6, size // 2, size])
    stock = ["".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(1, 6))) for _ in range(kinds)]
    low, high = rng.choice([(1, 5), (-3, 3), (-1000, 1000), (0, 1000)])
    return ([f"{rng.choice(stock)} {rng.randint(low, high)}" for _ in range(size)],)


def add_up_for_each_name(t):
    names = []
    for line in t:
        name = line.split()[0]
        if name not in names:
            names.append(name)
    sums = []
    for name in names:
        total = 0
        for line in t:
            if line.split()[0] == name:
                total += int(line.split()[1])
        sums.append((-total, name))
    sums.sort()
    return [name + "=" + str(-minus) for minus, name in sums]


def parallel_lists(records):
    people, totals = [], []
    for record in records:
        who, amount = record.split()
        if who in people:
            totals[people.index(who)] += int(amount)
        else:
            people.append(who)
            totals.append(int(amount))
    # selection sort
    for i in range(len(people)):
        best = i
        for j in range(i + 1, len(people)):
            if totals[j] > totals[best] or totals[j] == totals[best] and people[j] < people[best]:
                best = j
        people[i], people[best] = people[best], people[i]
        totals[i], totals[best] = totals[best], totals[i]
    return ["%s=%d" % pair for pair in zip(people, totals)]


def dictionary_of_sums(t):
    sums = {}
    for line in t:
        name, amount = line.split()
        sums[name] = sums.get(name, 0) + int(amount)
    return [f"{name}={sums[name]}" for name in sorted(sums, key=lambda name: (-sums[name], name))]


def runs_of_sorted_records(t):
    from itertools import groupby

    rows = sorted(line.split() for line in t)
    result = [(name, sum(int(row[1]) for row in group)) for name, group in groupby(rows, key=lambda row: row[0])]
    # names are in order already and the sort is stable
    result.sort(key=lambda pair: pair[1], reverse=True)
    return [f"{name}={total}" for name, total in result]


WAYS = (add_up_for_each_name, parallel_lists, (dictionary_of_sums, runs_of_sorted_records))
