"""List the transfers that are refused for lack of money."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Refused transfers",
    statement="Account number $i$ holds $b_i$ at first. The rows of $r$ are transfers in order; a transfer is refused and changes nothing if the account 'from' holds less than 'amount' or if 'from' and 'to' are the same account. All account numbers are from 1 to the number of accounts.",
    inputs=(Ints("b", 0, 10**4), Rows("r", ("from", "to", "amount"), 1, 10**4)),
    output=Ints("refused", 0),
    output_text="the numbers of the refused transfers in order, counted from 1, or a single 0 if there are none",
    tags=("records", "simulation"),
    difficulty=1000,
    sizes=(5, 40, 530),
)


def generate(rng, size):
    n = rng.choice([size // 20 + 2, size // 6 + 1, size // 5 + 2])
    rich = rng.choice([10, 100, 1000])
    b = [rng.randint(0, rich) for _ in range(n)]
    most = max(1, rng.choice([rich // 20, rich // 4]))
    return b, [(rng.randint(1, n), rng.randint(1, n), rng.randint(1, most)) for _ in range(size)]


def balance_from_history(b, r):
    accepted = []
    refused = []
    for number in range(len(r)):
        source, target, amount = r[number]
        balance = b[source - 1]
        for a in accepted:
            if a[0] == source:
                balance -= a[2]
            if a[1] == source:
                balance += a[2]
        if source == target or balance < amount:
            refused.append(number + 1)
        else:
            accepted.append(r[number])
    if len(refused) == 0:
        refused.append(0)
    return refused


def new_list_for_each_step(balances, transfers):
    states = [balances]
    bad = []
    for i, (a, c, money) in enumerate(transfers, 1):
        now = states[-1]
        after = []
        for account, have in enumerate(now, 1):
            if account == a:
                have -= money
            if account == c:
                have += money
            after.append(have)
        # a state with a negative account is not kept
        if a == c or min(after) < 0:
            bad.append(i)
        else:
            states.append(after)
    return bad or [0]


def keep_the_balances(b, r):
    money = [0] + b
    out = []
    for i, (x, y, amount) in enumerate(r):
        if x == y or money[x] < amount:
            out.append(i + 1)
        else:
            money[x] -= amount
            money[y] += amount
    return out if out else [0]


def dictionary_of_changes(b, r):
    change = {}
    refused = []
    number = 0
    for row in r:
        number += 1
        f, t, m = row
        if f != t and b[f - 1] + change.get(f, 0) >= m:
            change[f] = change.get(f, 0) - m
            change[t] = change.get(t, 0) + m
        else:
            refused.append(number)
    return refused or [0]


WAYS = ((balance_from_history, new_list_for_each_step), (keep_the_balances, dictionary_of_changes))
