"""Count the pairs of words with the same letters."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="Anagram pairs",
    statement="Two words are anagrams if one is a rearrangement of the letters of the other; equal words are anagrams too. Count the pairs of positions $i < j$ in $w$ whose words are anagrams.",
    inputs=(Strs("w"),),
    output=Int("pairs"),
    output_text="the number of pairs of anagrams",
    tags=("strings", "hashing"),
    difficulty=900,
    sizes=(6, 30, 190),
)


def generate(rng, size):
    alphabet = rng.choice(["ab", "abc", "aeinrst", "abcdefghijkl"])
    words = []
    for _ in range(size):
        if words and rng.random() < 0.4:
            letters = list(rng.choice(words))
            rng.shuffle(letters)
        else:
            letters = [rng.choice(alphabet) for _ in range(rng.randint(3, 8))]
        words.append("".join(letters))
    return (words,)


def sort_both_every_time(words):
    n = len(words)
    pairs = 0
    for i in range(n):
        for j in range(i + 1, n):
            if sorted(words[i]) == sorted(words[j]):
                pairs += 1
    return pairs


def cross_out_letters(w):
    counter = 0
    for j in range(len(w)):
        for i in range(j):
            if len(w[i]) != len(w[j]):
                continue
            rest = list(w[j])
            good = True
            for ch in w[i]:
                if ch in rest:
                    rest.remove(ch)
                else:
                    good = False
                    break
            if good:
                counter += 1
    return counter


def keys_first_then_pairs(w):
    keys = ["".join(sorted(word)) for word in w]
    return sum(1 for i, key in enumerate(keys) for other in keys[:i] if key == other)


def count_by_key(lst):
    from collections import Counter

    groups = Counter("".join(sorted(x)) for x in lst)
    return sum(g * (g - 1) // 2 for g in groups.values())


def seen_so_far(tokens):
    seen = {}
    answer = 0
    for token in tokens:
        signature = tuple(sorted(token))
        before = seen.get(signature, 0)
        answer += before
        seen[signature] = before + 1
    return answer


WAYS = (sort_both_every_time, cross_out_letters, keys_first_then_pairs, (count_by_key, seen_so_far))
