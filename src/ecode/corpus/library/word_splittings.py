"""Count the ways to cut a string into words of a list."""

from ecode.corpus.kernel import Int, Kernel, Str, Strs

KERNEL = Kernel(
    title="Cutting into words",
    statement="Count the ways to cut the whole string $s$ into pieces such that each piece is in the list $words$, modulo 1000000007. Words may be used repeatedly; a word that is listed twice counts once.",
    inputs=(Str("s"), Strs("words")),
    output=Int("ways"),
    output_text="the number of ways modulo 1000000007",
    tags=("dynamic programming", "strings"),
    difficulty=1300,
    sizes=(8, 40, 170),
)


def generate(rng, size):
    letters = rng.choice(["ab", "abc"])
    count = rng.randint(2, 4) if size < 10 else 8 + size // 5
    words = ["".join(rng.choice(letters) for _ in range(rng.randint(1, rng.choice([2, 4, 7])))) for _ in range(count)]
    if rng.random() < 0.6:
        words += list(letters)
    s = ""
    while len(s) < size:
        s += rng.choice(words)
    s = s[:size] if rng.random() < 0.3 else s
    rng.shuffle(words)
    return s, words


def every_piece_in_list(s, words):
    n = len(s)
    ways = [0] * (n + 1)
    ways[0] = 1
    for end in range(1, n + 1):
        for start in range(end):
            piece = s[start:end]
            if piece in words:
                ways[end] += ways[start]
        ways[end] %= 1000000007
    return ways[n]


def suffixes_by_prefix(text, dictionary):
    known = {"": 1}
    for i in range(len(text) - 1, -1, -1):
        rest = text[i:]
        total = 0
        used = []
        for w in dictionary:
            if w not in used and rest.startswith(w):
                used.append(w)
                total += known[rest[len(w):]]
        known[rest] = total % 1000000007
    return known[text]


def pieces_in_set(s, words):
    words = set(words)
    longest = max(map(len, words))
    f = [1]
    for e in range(1, len(s) + 1):
        f.append(sum(f[b] for b in range(max(0, e - longest), e) if f[b] and s[b:e] in words) % (10 ** 9 + 7))
    return f[-1]


def walk_in_a_trie(s, words):
    END = ""
    root = {}
    for w in words:
        node = root
        for ch in w:
            node = node.setdefault(ch, {})
        node[END] = True
    n = len(s)
    ways = [1] + [0] * n
    for i in range(n):
        here = ways[i] % 1000000007
        if here:
            node = root
            for j in range(i, n):
                node = node.get(s[j])
                if node is None:
                    break
                if END in node:
                    ways[j + 1] += here
    return ways[n] % 1000000007


WAYS = (every_piece_in_list, suffixes_by_prefix, (pieces_in_set, walk_in_a_trie))
