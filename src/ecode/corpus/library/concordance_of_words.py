"""Find the numbers of the lines that hold each asked word."""

from ecode.corpus.kernel import Kernel, Lines, Strs

KERNEL = Kernel(
    title="Concordance",
    statement="For each word of $q$ find the numbers of the lines of $t$ (counted from 1) that hold this word as a whole word, in increasing order and each once, joined by commas; take 0 if no line holds it.",
    inputs=(Lines("t", "words of small letters separated by single spaces"), Strs("q")),
    output=Strs("places", "0123456789,"),
    output_text="the joined numbers for each word asked for",
    tags=("text", "hashing", "index"),
    difficulty=1000,
    sizes=(4, 15, 135),
)


def generate(rng, size):
    kinds = rng.choice([3, size + 2, 4 * size])
    stock = ["".join(rng.choice("abcdeilnorst") for _ in range(rng.randint(1, 6))) for _ in range(kinds)]
    lines = []
    for _ in range(size):
        lines.append(" ".join(rng.choice(stock) for _ in range(rng.randint(1, 8))))
    asked = [rng.choice(stock) for _ in range(rng.randint(1, size))] + ["nil"] * rng.randint(0, 1)
    return lines, asked + asked[: size // 2]


def split_for_each_word(t, q):
    places = []
    for word in q:
        entry = ""
        for number in range(len(t)):
            found = False
            for part in t[number].split(" "):
                if part == word:
                    found = True
            if found:
                if entry != "":
                    entry += ","
                entry += str(number + 1)
        if entry == "":
            entry = "0"
        places.append(entry)
    return places


def split_once_then_search(lines, asked):
    rows = [line.split() for line in lines]
    return [",".join(str(i) for i, row in enumerate(rows, 1) if word in row) or "0" for word in asked]


def padded_substring(t, q):
    padded = [(str(n), " " + line + " ") for n, line in enumerate(t, start=1)]
    out = []
    for word in q:
        wanted = f" {word} "
        numbers = [n for n, text in padded if wanted in text]
        out.append(",".join(numbers) if numbers else "0")
    return out


def index_of_lines(t, q):
    from collections import defaultdict

    index = defaultdict(list)
    for number, line in enumerate(t, 1):
        for word in set(line.split()):
            index[word].append(str(number))
    return [",".join(index[word]) if word in index else "0" for word in q]


def index_with_last_line(text, words):
    book = {}
    n = 0
    for line in text:
        n += 1
        for w in line.split():
            if w not in book:
                book[w] = [n]
            elif book[w][-1] != n:
                book[w].append(n)
    answers = {w: ",".join(map(str, numbers)) for w, numbers in book.items()}
    return [answers.get(w, "0") for w in words]


WAYS = (split_for_each_word, (split_once_then_search, padded_substring), (index_of_lines, index_with_last_line))
