"""Count the lines that hold both words of a question."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Lines with both words",
    statement="Each line of $q$ holds two words, which may be equal. For each of them count the lines of $t$ that hold both words as whole words, in any order.",
    inputs=(Lines("t", "words of small letters separated by single spaces"), Lines("q", "WORD WORD")),
    output=Ints("counts"),
    output_text="the count for each pair of words",
    tags=("text", "sets", "filters"),
    difficulty=1200,
    sizes=(4, 15, 135),
)


def generate(rng, size):
    kinds = rng.choice([3, 12, size + 2])
    stock = ["".join(rng.choice("abcdeilnorst") for _ in range(rng.randint(1, 5))) for _ in range(kinds)]
    lines = [" ".join(rng.choice(stock) for _ in range(rng.randint(1, 10))) for _ in range(size)]
    asked = [rng.choice(stock) + " " + rng.choice(stock + ["zz"]) for _ in range(rng.randint(size // 2 + 1, size + 1))]
    return lines, asked


def split_every_time(t, q):
    result = []
    for question in q:
        first = question.split()[0]
        second = question.split()[1]
        n = 0
        for line in t:
            if first in line.split() and second in line.split():
                n += 1
        result.append(n)
    return result


def loop_with_two_flags(lines, questions):
    rows = [line.split(" ") for line in lines]
    counts = []
    for question in questions:
        a, b = question.split(" ")
        total = 0
        for row in rows:
            saw_a = False
            saw_b = False
            for word in row:
                if word == a:
                    saw_a = True
                if word == b:
                    saw_b = True
            if saw_a and saw_b:
                total += 1
        counts.append(total)
    return counts


def sets_of_lines(t, q):
    where = {}
    for i, line in enumerate(t):
        for word in line.split():
            where.setdefault(word, set()).add(i)
    empty = set()
    out = []
    for question in q:
        a, b = question.split()
        out.append(len(where.get(a, empty) & where.get(b, empty)))
    return out


def masks_of_lines(t, q):
    from collections import defaultdict

    mask = defaultdict(int)
    bit = 1
    for line in t:
        for word in set(line.split()):
            mask[word] |= bit
        bit <<= 1
    pairs = [question.split() for question in q]
    return [bin(mask[a] & mask[b]).count("1") for a, b in pairs]


WAYS = ((split_every_time, loop_with_two_flags), (sets_of_lines, masks_of_lines))
