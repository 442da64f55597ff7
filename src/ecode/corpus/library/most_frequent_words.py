"""List the k most frequent words of a text."""

from ecode.corpus.kernel import Int, Kernel, Lines, Strs

KERNEL = Kernel(
    title="Most frequent words",
    statement="Find the $k$ words that occur most often in the lines of $t$, the most frequent first; among equally frequent words the alphabetically smaller comes first. If there are fewer than $k$ different words, take them all.",
    inputs=(Lines("t", "words of small letters separated by single spaces"), Int("k", 1, 1000)),
    output=Strs("words"),
    output_text="these words in this order",
    tags=("text", "counting", "sorting"),
    difficulty=1000,
    sizes=(3, 12, 160),
)


def generate(rng, size):
    stock = [
        "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(1, 6)))
        for _ in range(rng.choice([2, size + 1, 3 * size + 1]))
    ]
    lines = [" ".join(rng.choice(stock) for _ in range(rng.randint(1, 9))) for _ in range(size)]
    return lines, rng.choice([1, 3, rng.randint(1, 10), 3 * size])


def bubbles_of_counts(t, k):
    all_words = []
    for line in t:
        for word in line.split(" "):
            all_words.append(word)
    different = []
    for word in all_words:
        if word not in different:
            different.append(word)
    counts = [all_words.count(word) for word in different]
    for end in range(len(different) - 1, 0, -1):
        for i in range(end):
            if counts[i] < counts[i + 1] or counts[i] == counts[i + 1] and different[i] > different[i + 1]:
                counts[i], counts[i + 1] = counts[i + 1], counts[i]
                different[i], different[i + 1] = different[i + 1], different[i]
    return different[:k]


def key_with_count(lines, amount):
    words = " ".join(lines).split()
    return sorted(set(words), key=lambda word: (-words.count(word), word))[:amount]


def sort_tallied_items(t, k):
    tally = {}
    for line in t:
        for word in line.split():
            if word not in tally:
                tally[word] = 0
            tally[word] += 1
    items = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return [word for word, _ in items[:k]]


def heap_of_counts(t, k):
    from collections import Counter
    from heapq import nsmallest

    counted = Counter(" ".join(t).split())
    return [pair[1] for pair in nsmallest(k, ((-times, word) for word, times in counted.items()))]


WAYS = (bubbles_of_counts, key_with_count, (sort_tallied_items, heap_of_counts))
