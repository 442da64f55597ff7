"""Sort version numbers such as 1.10.2."""

from ecode.corpus.kernel import Kernel, Strs

KERNEL = Kernel(
    title="Sorted versions",
    statement="Each word of $w$ is a version: one or more numbers without leading zeros, joined by dots. Versions are compared number by number from the left; a version that begins another one and ends there comes before it. Sort the versions from the oldest (smallest) to the newest.",
    inputs=(Strs("w", "0123456789."),),
    output=Strs("versions", "0123456789."),
    output_text="the sorted versions",
    tags=("strings", "sorting"),
    difficulty=900,
    sizes=(5, 25, 125),
)


def generate(rng, size):
    top = rng.choice([2, 12, 120])
    words = []
    for _ in range(size):
        if words and rng.random() < 0.3:
            old = rng.choice(words)
            words.append(old if old.count(".") > 4 else old + "." + str(rng.randint(0, top)))
        else:
            words.append(".".join(str(rng.randint(0, top)) for _ in range(rng.randint(1, 4))))
    return (words,)


def bubble_and_split(w):
    versions = list(w)
    for done in range(len(versions)):
        for i in range(len(versions) - 1 - done):
            a = [int(x) for x in versions[i].split(".")]
            b = [int(x) for x in versions[i + 1].split(".")]
            if a > b:
                versions[i], versions[i + 1] = versions[i + 1], versions[i]
    return versions


def insert_where_it_fits(words):
    def older(x, y):
        xs, ys = x.split("."), y.split(".")
        for p, q in zip(xs, ys):
            if int(p) < int(q):
                return True
            if int(p) > int(q):
                return False
        return len(xs) < len(ys)

    result = []
    for word in words:
        at = 0
        while at < len(result) and older(result[at], word):
            at += 1
        result.insert(at, word)
    return result


def compare_function(w):
    from functools import cmp_to_key

    def compare(x, y):
        a = list(map(int, x.split(".")))
        b = list(map(int, y.split(".")))
        return (a > b) - (a < b)

    return sorted(w, key=cmp_to_key(compare))


def key_of_numbers(w):
    return sorted(w, key=lambda version: [int(part) for part in version.split(".")])


def decorate_and_sort(w):
    rows = []
    for v in w:
        rows.append((tuple(map(int, v.split("."))), v))
    rows.sort()
    return [v for _, v in rows]


WAYS = ((bubble_and_split, insert_where_it_fits), compare_function, (key_of_numbers, decorate_and_sort))
