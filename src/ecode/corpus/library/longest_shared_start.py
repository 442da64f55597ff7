"""Find the longest common prefix of any two words."""

from ecode.corpus.kernel import Kernel, Str, Strs

KERNEL = Kernel(
    title="Longest shared start",
    statement="Find the longest string with which at least two of the words of $w$ (at different positions) begin. If there are several of this length, take the alphabetically smallest.",
    inputs=(Strs("w", shortest=2),),
    output=Str("start", "abcdefghijklmnopqrstuvwxyz-"),
    output_text="this string, or a minus sign if no two words begin with the same letter",
    tags=("strings", "sorting"),
    difficulty=1200,
    sizes=(5, 30, 260),
)


def generate(rng, size):
    if rng.random() < 0.1:
        letters = list("abcdefghijklmnopqrstuvwxyz")
        rng.shuffle(letters)
        return ([c + rng.choice(letters) * rng.randint(0, 3) for c in letters[: max(2, min(26, size))]],)
    alphabet = rng.choice(["ab", "abc", "abcdefghij"])
    words = []
    for _ in range(max(2, size)):
        head = ""
        if words and rng.random() < 0.5:
            old = rng.choice(words)
            head = old[: rng.randint(0, min(12, len(old)))]
        words.append(head + "".join(rng.choice(alphabet) for _ in range(rng.randint(1, 8))))
    return (words,)


def all_pairs_of_words(w):
    best = ""
    for i in range(len(w)):
        for j in range(i + 1, len(w)):
            k = 0
            while k < len(w[i]) and k < len(w[j]) and w[i][k] == w[j][k]:
                k += 1
            common = w[i][:k]
            if len(common) > len(best) or len(common) == len(best) and common < best:
                best = common
    if best == "":
        best = "-"
    return best


def all_prefixes_searched(words):
    import itertools

    winner = ""
    for number, word in enumerate(words):
        for size in range(1, len(word) + 1):
            if size < len(winner):
                continue
            head = word[:size]
            others = itertools.chain(words[:number], words[number + 1:])
            if any(other.startswith(head) for other in others):
                if size > len(winner) or head < winner:
                    winner = head
    return winner if winner else "-"


def prefixes_in_a_set(w):
    seen = set()
    shared = {""}
    for word in w:
        for end in range(1, len(word) + 1):
            head = word[:end]
            if head in seen:
                shared.add(head)
            else:
                seen.add(head)
    return min(shared, key=lambda h: (-len(h), h)) or "-"


def sorted_neighbours(w):
    w = sorted(w)
    best = ""
    for one, two in zip(w, w[1:]):
        size = 0
        for x, y in zip(one, two):
            if x != y:
                break
            size += 1
        if size > len(best):
            best = one[:size]
    return best or "-"


WAYS = (all_pairs_of_words, all_prefixes_searched, (prefixes_in_a_set, sorted_neighbours))
