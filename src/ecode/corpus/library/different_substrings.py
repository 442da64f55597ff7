"""Count the different substrings of a word."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Different substrings",
    statement="Count the different non-empty substrings of $s$. Equal substrings at different places count once.",
    inputs=(Str("s"),),
    output=Int("number"),
    output_text="the number of different substrings",
    tags=("strings", "suffix structures"),
    difficulty=1700,
    sizes=(5, 30, 240),
)


def generate(rng, size):
    alphabet = "abcdefghijklmnopqrstuvwxyz"[: rng.choice([1, 2, 3, 26])]
    if rng.random() < 0.3:
        unit = "".join(rng.choice(alphabet) for _ in range(rng.randint(1, max(1, size // 3))))
        return ((unit * size)[:size],)
    return ("".join(rng.choice(alphabet) for _ in range(size)),)


def by_length_collected(s):
    number = 0
    for length in range(1, len(s) + 1):
        found = set()
        for i in range(len(s) - length + 1):
            found.add(s[i:i + length])
        number += len(found)
    return number


def grow_a_trie(word):
    root = {}
    nodes = 0
    for start in range(len(word)):
        here = root
        for letter in word[start:]:
            if letter not in here:
                here[letter] = {}
                nodes += 1
            here = here[letter]
    return nodes


def neighbours_of_sorted_suffixes(s):
    n = len(s)
    suffixes = sorted(s[i:] for i in range(n))
    total = n * (n + 1) // 2
    for x, y in zip(suffixes, suffixes[1:]):
        # binary search for the common prefix
        lo, hi = 0, min(len(x), len(y))
        while lo < hi:
            mid = (lo + hi + 1) // 2
            if x[:mid] == y[:mid]:
                lo = mid
            else:
                hi = mid - 1
        total -= lo
    return total


def automaton_of_suffixes(text):
    links, lengths, moves = [-1], [0], [{}]
    last = 0
    result = 0
    for c in text:
        cur = len(links)
        lengths.append(lengths[last] + 1)
        links.append(0)
        moves.append({})
        p = last
        while p != -1 and c not in moves[p]:
            moves[p][c] = cur
            p = links[p]
        if p != -1:
            q = moves[p][c]
            if lengths[p] + 1 == lengths[q]:
                links[cur] = q
            else:
                clone = len(links)
                lengths.append(lengths[p] + 1)
                links.append(links[q])
                moves.append(dict(moves[q]))
                while p != -1 and moves[p].get(c) == q:
                    moves[p][c] = clone
                    p = links[p]
                links[q] = links[cur] = clone
        result += lengths[cur] - lengths[links[cur]]
        last = cur
    return result


WAYS = ((by_length_collected, grow_a_trie), (neighbours_of_sorted_suffixes, automaton_of_suffixes))
