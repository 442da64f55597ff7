"""Count the pairs of words that are rotations of each other."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="Rotated words",
    statement="A rotation of a word is made by moving some of its first letters (perhaps none) to its end in the same order. Count the pairs of positions $i < j$ in $w$ for which the second word is a rotation of the first.",
    inputs=(Strs("w"),),
    output=Int("pairs"),
    output_text="the number of such pairs",
    tags=("strings", "hashing"),
    difficulty=1100,
    sizes=(6, 30, 220),
)


def generate(rng, size):
    alphabet = rng.choice(["ab", "abc", "abcdefgh"])
    length = rng.randint(2, 8)
    words = []
    for _ in range(size):
        if words and rng.random() < 0.5:
            old = rng.choice(words)
            cut = rng.randrange(len(old))
            words.append(old[cut:] + old[:cut])
        else:
            words.append("".join(rng.choice(alphabet) for _ in range(length)))
    return (words,)


def try_each_rotation(w):
    total = 0
    for j in range(1, len(w)):
        for i in range(j):
            turned = w[i]
            for _ in range(len(w[i])):
                if turned == w[j]:
                    total += 1
                    break
                turned = turned[1:] + turned[0]
    return total


def search_in_doubled(words):
    result = 0
    for i, first in enumerate(words):
        for second in words[:i]:
            if len(first) == len(second) and first in second + second:
                result += 1
    return result


def smallest_rotation_as_key(w):
    from collections import Counter

    def key(word):
        return min(word[i:] + word[:i] for i in range(len(word)))

    return sum(c * (c - 1) // 2 for c in Counter(map(key, w)).values())


def all_rotations_marked(names):
    # every rotation of a word points at the family that was opened first
    family = {}
    members = []
    pairs = 0
    for name in names:
        if name not in family:
            for cut in range(len(name)):
                family[name[cut:] + name[:cut]] = len(members)
            members.append(0)
        number = family[name]
        pairs += members[number]
        members[number] += 1
    return pairs


WAYS = (try_each_rotation, search_in_doubled, (smallest_rotation_as_key, all_rotations_marked))
