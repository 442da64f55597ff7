"""First places of numbers in a tribonacci-like sequence."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Reached by the sequence",
    statement="A sequence starts with $x$, $y$, $z$, and each further term is the sum of the three terms before it, modulo $m$; the three start values are smaller than $m$. The list $s$ holds exactly these three values. For each number in $q$ find the index of its first occurrence among the terms with the indices $0, 1, \\ldots, 1999$, or $-1$ if it does not occur.",
    inputs=(Ints("s", 0, 1000, 3), Int("m", 1, 1000), Ints("q", 0, 1000)),
    output=Ints("indices", -1),
    output_text="one index for each number of $q$, in order",
    tags=("recurrences", "hashing"),
    difficulty=1200,
    sizes=(4, 15, 120),
)


def generate(rng, size):
    m = rng.choice([1, 7, 100]) if size < 10 else rng.choice([300, 500, 1000, rng.randint(2, 1000)])
    return [rng.randint(0, m - 1) for _ in range(3)], m, [rng.randint(0, m) for _ in range(size)]


def run_for_each_number(s, m, q):
    result = []
    for wanted in q:
        a, b, c = s
        index = -1
        for i in range(2000):
            if a == wanted:
                index = i
                break
            a, b, c = b, c, (a + b + c) % m
        result.append(index)
    return result


def search_the_list(start, mod, queries):
    terms = list(start)
    while len(terms) < 2000:
        terms.append(sum(terms[-3:]) % mod)
    out = []
    for v in queries:
        if v in terms:
            out.append(terms.index(v))
        else:
            out.append(-1)
    return out


def first_places_until_done(s, m, q):
    missing = set(q)
    first = {}
    a, b, c = s
    for i in range(2000):
        if a in missing:
            missing.remove(a)
            first[a] = i
            if not missing:
                break
        a, b, c = b, c, (a + b + c) % m
    return [first.get(v, -1) for v in q]


WAYS = (run_for_each_number, search_the_list, first_places_until_done)
