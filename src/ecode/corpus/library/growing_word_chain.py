"""Find the longest chain of words that grow by one letter."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="Growing words",
    statement="In a chain of words each next word is made from the one before by inserting one letter anywhere. Find the largest number of words in a chain of words of $w$.",
    inputs=(Strs("w"),),
    output=Int("length", 1),
    output_text="the largest number of words in a chain",
    tags=("strings", "dynamic programming", "hashing"),
    difficulty=1500,
    sizes=(6, 30, 100),
)


def generate(rng, size):
    alphabet = rng.choice(["a", "ab", "abc", "abcdefgh"]) if size < 50 else rng.choice(["abc", "abcdefgh"])
    words = [rng.choice(alphabet)]
    longest = rng.randint(4, 10)
    while len(words) < size:
        old = rng.choice(words[-4:])
        if rng.random() < 0.75 and len(old) < longest:
            at = rng.randint(0, len(old))
            words.append(old[:at] + rng.choice(alphabet) + old[at:])
        else:
            words.append("".join(rng.choice(alphabet) for _ in range(rng.randint(1, min(5, longest)))))
    rng.shuffle(words)
    return (words,)


def repeat_over_all_pairs(w):
    def grows_into(small, big):
        if len(big) != len(small) + 1:
            return False
        for i in range(len(big)):
            if big[:i] + big[i + 1:] == small:
                return True
        return False

    longest = [1] * len(w)
    changed = True
    while changed:
        changed = False
        for i in range(len(w)):
            for j in range(len(w)):
                if grows_into(w[i], w[j]) and longest[j] < longest[i] + 1:
                    longest[j] = longest[i] + 1
                    changed = True
    return max(longest)


def table_over_sorted_list(w):
    w.sort(key=len)
    chain = [1] * len(w)
    for j in range(len(w)):
        for i in range(j):
            if len(w[i]) + 1 != len(w[j]):
                continue
            k = 0
            while k < len(w[i]) and w[i][k] == w[j][k]:
                k += 1
            if w[i][k:] == w[j][k + 1:] and chain[i] + 1 > chain[j]:
                chain[j] = chain[i] + 1
    return max(chain)


def drop_letters_and_look_up(w):
    best = {}
    for word in sorted(set(w), key=len):
        best[word] = 1 + max(best.get(word[:i] + word[i + 1:], 0) for i in range(len(word)))
    return max(best.values())


def remembered_recursion(words):
    from functools import lru_cache

    known = set(words)

    @lru_cache(maxsize=None)
    def down(word):
        longest = 0
        for i in range(len(word)):
            shorter = word[:i] + word[i + 1:]
            if shorter in known:
                longest = max(longest, down(shorter))
        return longest + 1

    return max(map(down, known))


WAYS = (repeat_over_all_pairs, table_over_sorted_list, (drop_letters_and_look_up, remembered_recursion))
