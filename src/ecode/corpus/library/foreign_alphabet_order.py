"""Sort words by a given order of the alphabet."""

from ecode.corpus.kernel import Kernel, Str, Strs

KERNEL = Kernel(
    title="Foreign alphabet",
    statement="The word $o$ holds each small letter exactly once and gives the order of a foreign alphabet. Sort the words of $w$ as in a dictionary of this alphabet; a word that begins another one comes before it.",
    inputs=(Str("o", shortest=26), Strs("w")),
    output=Strs("sorted_words"),
    output_text="the words in this order",
    tags=("strings", "sorting"),
    difficulty=1000,
    sizes=(5, 25, 120),
)


def generate(rng, size):
    letters = list("abcdefghijklmnopqrstuvwxyz")
    rng.shuffle(letters)
    pool = rng.choice(["abc", "aeiourst", "abcdefghijklmnopqrstuvwxyz"])
    words = []
    for _ in range(size):
        if words and rng.random() < 0.3:
            words.append(rng.choice(words) + rng.choice(pool))
        else:
            words.append("".join(rng.choice(pool) for _ in range(rng.randint(1, 9))))
    return "".join(letters), words


def bubbles_by_letter(o, w):
    def before(a, b):
        for x, y in zip(a, b):
            if x != y:
                return o.index(x) < o.index(y)
        return len(a) < len(b)

    w = w[:]
    for _ in range(len(w)):
        for i in range(len(w) - 1):
            if before(w[i + 1], w[i]):
                w[i], w[i + 1] = w[i + 1], w[i]
    return w


def pick_smallest_key(order, words):
    left = list(words)
    result = []
    while left:
        smallest = min(left, key=lambda word: [order.find(c) for c in word])
        left.remove(smallest)
        result.append(smallest)
    return result


def list_of_indexes(o, w):
    return sorted(w, key=lambda word: [o.index(c) for c in word])


def rename_letters(o, w):
    to_usual = str.maketrans(o, "abcdefghijklmnopqrstuvwxyz")
    return sorted(w, key=lambda word: word.translate(to_usual))


WAYS = ((bubbles_by_letter, pick_smallest_key), list_of_indexes, rename_letters)
