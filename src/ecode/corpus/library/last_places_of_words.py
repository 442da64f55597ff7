"""Keep only the last copy of each word."""

from ecode.corpus.kernel import Kernel, Strs

KERNEL = Kernel(
    title="Last copies",
    statement="Remove from $w$ every word that occurs again later in $w$, so that of equal words only the last one stays. The order of the others does not change.",
    inputs=(Strs("w"),),
    output=Strs("kept"),
    output_text="the words that stay",
    tags=("strings", "hashing"),
    difficulty=800,
    sizes=(6, 50, 900),
)


def generate(rng, size):
    kinds = rng.choice([1, max(1, size // 3), 2 * size]) if size < 100 else rng.choice([size // 2, size, 3 * size])
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    stock = ["".join(rng.choice(alphabet) for _ in range(rng.randint(1, 5))) for _ in range(kinds)]
    return ([rng.choice(stock) for _ in range(size)],)


def compare_with_all_later(w):
    kept = []
    for i in range(len(w)):
        comes_again = False
        for j in range(i + 1, len(w)):
            if w[i] == w[j]:
                comes_again = True
        if not comes_again:
            kept.append(w[i])
    return kept


def search_the_rest(words):
    return [word for i, word in enumerate(words) if word not in words[i + 1:]]


def rebuild_from_the_back(w):
    out = []
    while w:
        word = w.pop()
        if word not in out:
            out.insert(0, word)
    return out


def last_index_of_word(w):
    last = {word: i for i, word in enumerate(w)}
    return [word for i, word in enumerate(w) if last[word] == i]


def reversed_keys(items):
    return list(dict.fromkeys(reversed(items)))[::-1]


WAYS = (compare_with_all_later, (search_the_rest, rebuild_from_the_back), (last_index_of_word, reversed_keys))
