"""Sort the suffixes of a word."""

from ecode.corpus.kernel import Ints, Kernel, Str

KERNEL = Kernel(
    title="Order of suffixes",
    statement="The suffix number $i$ of $s$ begins at its letter number $i$, counted from 1. Sort all non-empty suffixes alphabetically (a suffix that begins another one comes before it).",
    inputs=(Str("s"),),
    output=Ints("order", 1),
    output_text="the numbers of the suffixes in this order",
    tags=("strings", "sorting", "suffix structures"),
    difficulty=1300,
    sizes=(6, 30, 200),
)


def generate(rng, size):
    alphabet = rng.choice(["a", "ab", "abc", "abcdefghijklmnopqrstuvwxyz"])
    s = "".join(rng.choice(alphabet) for _ in range(size))
    if rng.random() < 0.3:
        s = (s[: max(1, size // 6)] * size)[:size]
    return (s,)


def exchange_neighbours(s):
    order = list(range(len(s)))
    swapped = True
    while swapped:
        swapped = False
        for i in range(len(order) - 1):
            if s[order[i]:] > s[order[i + 1]:]:
                order[i], order[i + 1] = order[i + 1], order[i]
                swapped = True
    return [x + 1 for x in order]


def count_smaller_suffixes(word):
    n = len(word)
    result = [0] * n
    for i in range(n):
        place = 0
        for j in range(n):
            if word[j:] < word[i:]:
                place += 1
        result[place] = i + 1
    return result


def take_smallest_each_time(s):
    tails = [s[i:] for i in range(len(s))]
    out = []
    while tails:
        tail = min(tails)
        tails.remove(tail)
        # the length tells where it started
        out.append(len(s) - len(tail) + 1)
    return out


def sort_by_slice(s):
    return sorted(range(1, len(s) + 1), key=lambda i: s[i - 1:])


def doubling_of_ranks(s):
    n = len(s)
    rank = [ord(c) for c in s]
    order = list(range(n))
    k = 1
    while True:
        pair = [(rank[i], rank[i + k] if i + k < n else -1) for i in range(n)]
        order.sort(key=pair.__getitem__)
        fresh = [0] * n
        for before, here in zip(order, order[1:]):
            fresh[here] = fresh[before] + (pair[before] != pair[here])
        rank = fresh
        if rank[order[-1]] == n - 1:
            break
        k *= 2
    return [i + 1 for i in order]


WAYS = ((exchange_neighbours, count_smaller_suffixes), take_smallest_each_time, doubling_of_ranks, sort_by_slice)
