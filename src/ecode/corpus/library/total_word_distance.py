"""Sum the Hamming distances of all pairs of words."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="Total distance of words",
    statement="All words of $w$ have the same length. The distance of two words is the number of places at which their letters differ. Find the sum of the distances over all pairs of positions $i < j$.",
    inputs=(Strs("w"),),
    output=Int("total"),
    output_text="the sum of the distances",
    tags=("strings", "counting"),
    difficulty=1100,
    sizes=(4, 25, 190),
)


def generate(rng, size):
    length = rng.randint(1, 12) if size < 100 else rng.randint(6, 14)
    alphabet = rng.choice(["ab", "acgt", "abcdefghijklmnopqrstuvwxyz"])
    words = []
    for _ in range(size):
        if words and rng.random() < 0.2:
            words.append(rng.choice(words))
        else:
            words.append("".join(rng.choice(alphabet) for _ in range(length)))
    return (words,)


def every_pair_every_place(w):
    total = 0
    for i in range(len(w)):
        for j in range(i + 1, len(w)):
            for k in range(len(w[i])):
                if w[i][k] != w[j][k]:
                    total += 1
    return total


def zip_the_pairs(words):
    from itertools import combinations

    return sum(sum(x != y for x, y in zip(a, b)) for a, b in combinations(words, 2))


def earlier_in_column(w):
    result = 0
    for p in range(len(w[0])):
        seen = {}
        for number, word in enumerate(w):
            letter = word[p]
            result += number - seen.get(letter, 0)
            seen[letter] = seen.get(letter, 0) + 1
    return result


def letters_of_columns(w):
    n = len(w)
    total = 0
    for column in zip(*w):
        equal = sum(column.count(letter) ** 2 for letter in set(column))
        total += (n * n - equal) // 2
    return total


WAYS = ((every_pair_every_place, zip_the_pairs), (earlier_in_column, letters_of_columns))
