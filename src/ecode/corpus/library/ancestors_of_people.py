"""Count the different ancestors of each person in a family book."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Ancestors in a family book",
    statement="Each line of $t$ holds three different names: a child and its two parents. Nobody is the child of two lines, and a person who is the child of a line is not named in any earlier line. The ancestors of a person are the parents, their parents and so on. Find for each line the number of different ancestors of the child.",
    inputs=(Lines("t", "CHILD PARENT PARENT"),),
    output=Ints("counts", 2),
    output_text="the number of different ancestors for each line",
    tags=("graphs", "sets", "records"),
    difficulty=1400,
    sizes=(4, 20, 75),
)


def generate(rng, size):
    names = set()
    founders = rng.choice([2, 3, size // 4 + 2])
    while len(names) < size + founders:
        names.add("".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(2, 4))))
    names = sorted(names)
    rng.shuffle(names)
    reach = rng.choice([5, 12, size + founders])
    lines = []
    for i in range(founders, founders + size):
        x, y = rng.sample(names[max(0, i - reach):i], 2)
        lines.append(f"{names[i]} {x} {y}")
    return (lines,)


def search_the_book_for_each(t):
    counts = []
    for line in t:
        found = []
        to_ask = line.split()[1:]
        while to_ask:
            person = to_ask.pop(0)
            if person not in found:
                found.append(person)
                for other in t:
                    if other.split()[0] == person:
                        to_ask.extend(other.split()[1:])
        counts.append(len(found))
    return counts


def walk_up_with_lists(book):
    parents = {}
    for entry in book:
        child, one, two = entry.split()
        parents[child] = [one, two]
    numbers = []
    for child in parents:
        seen = []
        stack = [child]
        while len(stack) > 0:
            for p in parents.get(stack.pop(), []):
                if p not in seen:
                    seen.append(p)
                    stack.append(p)
        numbers.append(len(seen))
    return numbers


def union_of_parents_sets(t):
    above = {}
    out = []
    for line in t:
        child, x, y = line.split()
        above[child] = {x, y}.union(above.get(x, ()), above.get(y, ()))
        out.append(len(above[child]))
    return out


def bit_for_each_person(t):
    # self_and_above[name]: bits of the person and of all ancestors
    self_and_above = {}
    counts = []
    for line in t:
        child, *parents = line.split()
        mask = 0
        for parent in parents:
            if parent not in self_and_above:
                self_and_above[parent] = 1 << len(self_and_above)
            mask |= self_and_above[parent]
        self_and_above[child] = mask | 1 << len(self_and_above)
        counts.append(bin(mask).count("1"))
    return counts


WAYS = (search_the_book_for_each, walk_up_with_lists, (union_of_parents_sets, bit_for_each_person))
