"""Count the words of each line that are not stop words."""

from ecode.corpus.kernel import Ints, Kernel, Lines, Strs

KERNEL = Kernel(
    title="Without stop words",
    statement="The list $p$ holds stop words. For each line of $t$ count the different words in it that are not stop words; small and capital letters make no difference in the text, and the stop words are written in small letters.",
    inputs=(Lines("t", "words of letters separated by single spaces"), Strs("p")),
    output=Ints("counts"),
    output_text="the count for each line",
    tags=("text", "sets"),
    difficulty=900,
    sizes=(4, 15, 135),
)


def generate(rng, size):
    stock = ["".join(rng.choice("abcdeinorst") for _ in range(rng.randint(1, 7))) for _ in range(3 * size + 2)]
    stops = [rng.choice(stock) for _ in range(rng.randint(size, 3 * size))]
    lines = []
    for _ in range(size):
        words = [rng.choice(stock) for _ in range(rng.randint(1, 9))]
        lines.append(" ".join(rng.choice([w, w, w.capitalize(), w.upper()]) for w in words))
    return lines, stops


def loops_and_flags(t, p):
    counts = []
    for line in t:
        good = []
        for word in line.split():
            is_stop = False
            for stop in p:
                if stop == word.lower():
                    is_stop = True
            if not is_stop:
                already = False
                for g in good:
                    if g == word.lower():
                        already = True
                if not already:
                    good.append(word.lower())
        counts.append(len(good))
    return counts


def in_list_checks(lines, stops):
    result = []
    for line in lines:
        kept = []
        for word in line.lower().split():
            if word not in stops and word not in kept:
                kept.append(word)
        result.append(len(kept))
    return result


def remove_by_replacing(t, p):
    out = []
    for line in t:
        words = line.lower().split()
        for stop in set(p):
            while stop in words:
                words.remove(stop)
        out.append(len(set(words)))
    return out


def difference_of_sets(t, p):
    stop = set(p)
    return [len(set(line.lower().split()) - stop) for line in t]


WAYS = (loops_and_flags, (in_list_checks, remove_by_replacing), difference_of_sets)
