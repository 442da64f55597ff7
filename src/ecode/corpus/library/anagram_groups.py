"""Collect words with the same letters in groups."""

from ecode.corpus.kernel import Kernel, Strs

KERNEL = Kernel(
    title="Anagram groups",
    statement="Put the words of $w$ into groups: two words share a group if they are rearrangements of the same letters. The groups come in the order of their first words, and the words of a group in the order of $w$, joined by plus signs.",
    inputs=(Strs("w"),),
    output=Strs("groups", "abcdefghijklmnopqrstuvwxyz+"),
    output_text="the groups, each as one string such as 'tea+eat+ate'",
    tags=("strings", "hashing", "grouping"),
    difficulty=1000,
    sizes=(6, 40, 320),
)


def generate(rng, size):
    kinds = rng.choice([max(1, size // 6), max(1, size // 2), size])
    alphabet = rng.choice(["abcd", "aeilnorst", "abcdefghijklmnopqrstuvwxyz"])
    stock = ["".join(rng.choice(alphabet) for _ in range(rng.randint(2, 9))) for _ in range(kinds)]
    words = []
    for _ in range(size):
        letters = list(rng.choice(stock))
        rng.shuffle(letters)
        words.append("".join(letters))
    return (words,)


def compare_with_group_heads(words):
    groups = []
    for word in words:
        placed = False
        for group in groups:
            if sorted(group[0]) == sorted(word):
                group.append(word)
                placed = True
                break
        if not placed:
            groups.append([word])
    return ["+".join(group) for group in groups]


def list_of_keys(w):
    keys = []
    out = []
    for x in w:
        k = sorted(x)
        if k in keys:
            out[keys.index(k)] += "+" + x
        else:
            keys.append(k)
            out.append(x)
    return out


def dictionary_of_lists(w):
    by_letters = {}
    for word in w:
        by_letters.setdefault("".join(sorted(word)), []).append(word)
    return list(map("+".join, by_letters.values()))


def numbered_buckets(names):
    from collections import defaultdict

    bucket_of = {}
    buckets = defaultdict(list)
    for name in names:
        mark = tuple(sorted(name))
        if mark not in bucket_of:
            bucket_of[mark] = len(bucket_of)
        buckets[bucket_of[mark]].append(name)
    result = []
    for number in range(len(bucket_of)):
        result.append("+".join(buckets[number]))
    return result


WAYS = (compare_with_group_heads, list_of_keys, (dictionary_of_lists, numbered_buckets))
