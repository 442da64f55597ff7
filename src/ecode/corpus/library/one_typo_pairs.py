"""Count the pairs of words that are at most one edit apart."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="One typing error apart",
    statement="Count the pairs of positions $i < j$ in $w$ whose words are different and become equal by one edit: inserting one letter, removing one letter or replacing one letter by another.",
    inputs=(Strs("w"),),
    output=Int("pairs"),
    output_text="the number of such pairs",
    tags=("strings", "edit distance", "hashing"),
    difficulty=1600,
    sizes=(5, 20, 65),
)


def generate(rng, size):
    alphabet = rng.choice(["ab", "abc", "aelrst"])
    words = []
    for _ in range(size):
        if words and rng.random() < 0.7:
            word = list(rng.choice(words))
            act = rng.randrange(3)
            at = rng.randrange(len(word))
            if act == 0:
                word.insert(at, rng.choice(alphabet))
            elif act == 1 and len(word) > 1:
                word.pop(at)
            else:
                word[at] = rng.choice(alphabet)
            words.append("".join(word[:8]))
        else:
            words.append("".join(rng.choice(alphabet) for _ in range(rng.randint(2, 6))))
    return (words,)


def full_edit_distance(w):
    def distance(a, b):
        rows = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
        for i in range(len(a) + 1):
            for j in range(len(b) + 1):
                if i == 0 or j == 0:
                    rows[i][j] = i + j
                elif a[i - 1] == b[j - 1]:
                    rows[i][j] = rows[i - 1][j - 1]
                else:
                    rows[i][j] = 1 + min(rows[i - 1][j], rows[i][j - 1], rows[i - 1][j - 1])
        return rows[-1][-1]

    pairs = 0
    for i in range(len(w)):
        for j in range(i):
            if distance(w[i], w[j]) == 1:
                pairs += 1
    return pairs


def strip_common_ends(words):
    count = 0
    for i, first in enumerate(words):
        for second in words[i + 1:]:
            if first == second or abs(len(first) - len(second)) > 1:
                continue
            k = 0
            while k < min(len(first), len(second)) and first[k] == second[k]:
                k += 1
            # after the first difference everything must agree
            if len(first) == len(second):
                good = first[k + 1:] == second[k + 1:]
            elif len(first) < len(second):
                good = first[k:] == second[k + 1:]
            else:
                good = first[k + 1:] == second[k:]
            count += good
    return count


def generate_all_edits(w):
    letters = sorted(set("".join(w)))
    copies = {}
    for word in w:
        copies[word] = copies.get(word, 0) + 1
    doubled = 0
    for word, times in copies.items():
        edits = set()
        for i in range(len(word) + 1):
            head, tail = word[:i], word[i:]
            for c in letters:
                edits.add(head + c + tail)
            if tail:
                edits.add(head + tail[1:])
                for c in letters:
                    edits.add(head + c + tail[1:])
        edits.discard(word)
        for other in edits:
            if other in copies:
                doubled += times * copies[other]
    return doubled // 2


def match_with_gaps(w):
    from collections import Counter

    amount = Counter(w)
    gapped = Counter()
    total = 0
    for word, times in amount.items():
        shorter = {word[:i] + word[i + 1:] for i in range(len(word))}
        total += times * sum(amount[x] for x in shorter if x in amount)
        for i in range(len(word)):
            key = word[:i] + "?" + word[i + 1:]
            total += times * gapped[key]
            gapped[key] += times
    return total


WAYS = (full_edit_distance, (strip_common_ends, generate_all_edits), match_with_gaps)
