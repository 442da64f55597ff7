"""Count the pairs of words with the same pattern of letters."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="Words of the same shape",
    statement="Two words of equal length have the same shape if letters can be exchanged one to one (each letter always for the same letter, different ones for different ones) so that the first becomes the second. Count the pairs of positions $i < j$ in $w$ whose words have the same shape.",
    inputs=(Strs("w"),),
    output=Int("pairs"),
    output_text="the number of pairs of words of the same shape",
    tags=("strings", "hashing"),
    difficulty=1200,
    sizes=(6, 30, 150),
)


def generate(rng, size):
    length = rng.randint(3, 7)
    alphabet = rng.choice(["ab", "abc", "abcdefgh"])
    words = []
    for _ in range(size):
        if words and rng.random() < 0.5:
            swap = list("abcdefghijklmnopqrstuvwxyz")
            rng.shuffle(swap)
            words.append("".join(swap[ord(c) - 97] for c in rng.choice(words)))
        else:
            words.append("".join(rng.choice(alphabet) for _ in range(max(1, length - rng.choice([0, 0, 0, 1])))))
    return (words,)


def map_both_ways(w):
    def alike(x, y):
        if len(x) != len(y):
            return False
        there, back = {}, {}
        for a, b in zip(x, y):
            if a in there and there[a] != b:
                return False
            if b in back and back[b] != a:
                return False
            there[a] = b
            back[b] = a
        return True

    cnt = 0
    for i in range(len(w)):
        for j in range(i + 1, len(w)):
            if alike(w[i], w[j]):
                cnt += 1
    return cnt


def first_places_compared(words):
    pairs = 0
    for i, one in enumerate(words):
        for two in words[i + 1:]:
            if [one.index(c) for c in one] == [two.index(c) for c in two]:
                pairs += 1
    return pairs


def distinct_letter_pairs(words):
    # same shape: as many different pairs as different letters on each side
    different = [len(set(word)) for word in words]
    total = 0
    for j in range(len(words)):
        for i in range(j):
            if different[i] == different[j] and len(words[i]) == len(words[j]):
                if len(set(zip(words[i], words[j]))) == different[i]:
                    total += 1
    return total


def count_shapes(w):
    shapes = {}
    ans = 0
    for word in w:
        numbers = {}
        shape = tuple([numbers.setdefault(c, len(numbers)) for c in word])
        ans += shapes.get(shape, 0)
        shapes[shape] = shapes.get(shape, 0) + 1
    return ans


WAYS = ((map_both_ways, first_places_compared), distinct_letter_pairs, count_shapes)
