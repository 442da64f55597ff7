"""Count the words that begin with each of many prefixes."""

from ecode.corpus.kernel import Ints, Kernel, Strs

KERNEL = Kernel(
    title="Words with a prefix",
    statement="For each word of $q$ count the words of $w$ that begin with it. Equal words at different positions of $w$ count separately.",
    inputs=(Strs("w"), Strs("q")),
    output=Ints("counts"),
    output_text="the count for each prefix asked for",
    tags=("strings", "trie", "binary search"),
    difficulty=1200,
    sizes=(5, 30, 350),
)


def generate(rng, size):
    alphabet = rng.choice(["ab", "abcd", "abcdefghijklmnopqrstuvwxyz"])
    words = ["".join(rng.choice(alphabet) for _ in range(rng.randint(1, 9))) for _ in range(size)]
    asked = []
    for _ in range(rng.randint((size + 1) // 2, size)):
        if rng.random() < 0.7:
            word = rng.choice(words)
            asked.append(word[: rng.randint(1, len(word))])
        else:
            asked.append("".join(rng.choice(alphabet) for _ in range(rng.randint(1, 4))))
    return words, asked


def slice_and_compare(w, q):
    counts = []
    for prefix in q:
        number = 0
        for word in w:
            if word[:len(prefix)] == prefix:
                number += 1
        counts.append(number)
    return counts


def starts_with_everywhere(words, prefixes):
    return [sum(map(lambda x: x.startswith(p), words)) for p in prefixes]


def trie_with_counters(w, q):
    root = [0, {}]
    for word in w:
        node = root
        for c in word:
            if c not in node[1]:
                node[1][c] = [0, {}]
            node = node[1][c]
            node[0] += 1
    answers = []
    for prefix in q:
        node = root
        for c in prefix:
            node = node[1].get(c)
            if node is None:
                break
        answers.append(node[0] if node else 0)
    return answers


def count_all_prefixes(w, q):
    from collections import defaultdict

    times = defaultdict(int)
    for word in w:
        for end in range(1, len(word) + 1):
            times[word[:end]] += 1
    return [times[p] for p in q]


def two_searches(w, q):
    from bisect import bisect_left

    w.sort()
    return [bisect_left(w, p + "~") - bisect_left(w, p) for p in q]


WAYS = ((slice_and_compare, starts_with_everywhere), (trie_with_counters, count_all_prefixes), two_searches)
