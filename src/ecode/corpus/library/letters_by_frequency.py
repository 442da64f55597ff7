"""Rearrange a word by the frequency of its letters."""

from ecode.corpus.kernel import Kernel, Str

KERNEL = Kernel(
    title="Letters by frequency",
    statement="Rearrange $s$: letters that occur more often in $s$ come first, and among letters that occur equally often the one that comes first in the alphabet.",
    inputs=(Str("s"),),
    output=Str("result"),
    output_text="the rearranged word",
    tags=("strings", "sorting", "counting"),
    difficulty=900,
    sizes=(8, 60, 2500),
)


def generate(rng, size):
    alphabet = "abcdefghijklmnopqrstuvwxyz"[: rng.choice([1, 4, 26, 26])]
    weights = [rng.choice([1, 1, 2, 5, 9]) for _ in alphabet]
    return ("".join(rng.choices(alphabet, weights, k=size)),)


def count_for_each_letter(s):
    return "".join(sorted(s, key=lambda ch: (-s.count(ch), ch)))


def selection_of_best(s):
    rest = s
    result = ""
    while rest:
        winner = rest[0]
        most = 0
        for ch in rest:
            if ch in result:
                continue
            times = rest.count(ch)
            if times > most or times == most and ch < winner:
                winner = ch
                most = times
        result += winner * most
        rest = rest.replace(winner, "")
    return result


def counted_pairs(s):
    freq = {}
    for ch in s:
        if ch in freq:
            freq[ch] += 1
        else:
            freq[ch] = 1
    pairs = [(-times, ch) for ch, times in freq.items()]
    pairs.sort()
    return "".join(ch * -times for times, ch in pairs)


def most_common_blocks(text):
    from collections import Counter

    # most_common keeps the order of first insertion among equals
    blocks = Counter(sorted(text)).most_common()
    return "".join(letter * amount for letter, amount in blocks)


def count_the_alphabet(s):
    letters = [c for c in "abcdefghijklmnopqrstuvwxyz" if c in s]
    letters.sort(key=s.count, reverse=True)
    return "".join([c * s.count(c) for c in letters])


WAYS = ((selection_of_best, count_for_each_letter), (counted_pairs, most_common_blocks), count_the_alphabet)
