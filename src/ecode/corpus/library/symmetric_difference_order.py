"""List the values that occur in exactly one of two lists, in order of first occurrence."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Values of one list only",
    statement="Find the values that occur in exactly one of the lists $a$ and $b$, each of them once: first those of $a$ in the order of their first occurrence in $a$, then those of $b$ in the order of their first occurrence in $b$.",
    inputs=(Ints("a", 0, 10**5), Ints("b", 0, 10**5)),
    output=Ints("values"),
    output_text="these values",
    tags=("sets", "hashing"),
    difficulty=900,
    sizes=(6, 40, 480),
)


def generate(rng, size):
    high = rng.choice([size // 2 + 1, size, 3 * size, 10**5])
    a = [rng.randint(0, high) for _ in range(rng.randint((size + 1) // 2, size))]
    b = [rng.choice(a) if rng.random() < 0.3 else rng.randint(0, high) for _ in range(rng.randint((size + 1) // 2, size))]
    if rng.random() < 0.06:
        b = a[::-1]
    return a, b


def flags_and_loops(a, b):
    out = []
    for x in a:
        common = False
        for y in b:
            if x == y:
                common = True
                break
        again = False
        for z in out:
            if z == x:
                again = True
        if not common and not again:
            out.append(x)
    for y in b:
        common = False
        for x in a:
            if x == y:
                common = True
                break
        again = False
        for z in out:
            if z == y:
                again = True
        if not common and not again:
            out.append(y)
    return out


def not_in_lists(first, second):
    res = []
    for v in first + second:
        if (v in first) != (v in second) and v not in res:
            res.append(v)
    return res


def sets_and_dict_order(a, b):
    in_a = set(a)
    in_b = set(b)
    left = [x for x in dict.fromkeys(a) if x not in in_b]
    right = [x for x in dict.fromkeys(b) if x not in in_a]
    return left + right


def operator_of_sets(first, second):
    wanted = set(first) ^ set(second)
    answer = []
    for v in first + second:
        if v in wanted:
            answer.append(v)
            wanted.discard(v)
    return answer


WAYS = ((flags_and_loops, not_in_lists), (sets_and_dict_order, operator_of_sets))
